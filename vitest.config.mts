import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from './scripts/aliases.mjs'

const setup = fileURLToPath(new URL('./src-renderer/test-setup.ts', import.meta.url))

export default defineConfig({
  resolve: { alias },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'desk', environment: 'node', include: ['{src-main,src-preload,scripts,bench,e2e/support}/**/*.test.{ts,mts,mjs}'] },
      },
      {
        extends: true,
        test: { name: 'renderer', environment: 'happy-dom', setupFiles: [setup], include: ['src-renderer/**/*.test.{ts,tsx}'], css: { include: [] } },
      },
    ],
  },
})
