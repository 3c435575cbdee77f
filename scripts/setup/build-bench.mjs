import { build } from 'vite'
import { alias } from '../aliases.mjs'
import { at, root } from './paths.mjs'

// The desk's own sources, bundled as the app bundles them: the numbers are the product's.
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias },
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron', '@playwright/test', 'playwright-core'] },
  build: {
    ssr: at('bench', 'main.ts'),
    target: 'node18.15',
    outDir: at('out', 'bench'),
    emptyOutDir: true,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
})
