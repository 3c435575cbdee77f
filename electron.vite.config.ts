import { fileURLToPath, pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { alias } from './scripts/aliases.mjs'

// By hand: electron-vite would target the newest Electron of package.json, and the app also runs on an older one
// (see src-main/decisions on the fallback). CommonJS; the main part is built in two passes into one folder, which the hashes keep apart.
const node = 'node18.15'
const chrome = 'chrome114'
const commonjs = { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } as const

/** The holidays of the world as JSON: parsed in 11 ms, where the same 800 kB of code take 86 ms of every start. */
const holidaysAsJson = {
  name: 'holidays-as-json',
  transform: {
    filter: { id: /date-holidays[\\/]src[\\/]data\.js$/ },
    async handler(_: string, id: string) {
      const { data } = (await import(pathToFileURL(id).href)) as { data: unknown }
      return { code: `export var data = JSON.parse(${JSON.stringify(JSON.stringify(data))})`, map: null }
    },
  },
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [holidaysAsJson],
    build: {
      target: node,
      outDir: 'out/main',
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: { host: 'src-main/host/main.ts', desk: 'src-main/desk/entry.ts', cli: 'src-main/desk/cli.ts' },
        output: commonjs,
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: node,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: 'src-preload/preload.ts' }, output: commonjs },
    },
  },
  renderer: {
    root: 'src-renderer',
    resolve: { alias },
    plugins: [react()],
    build: {
      target: chrome,
      cssTarget: chrome,
      outDir: 'out/renderer',
      minify: true,
      // Fonts stay files: the content policy allows `font-src 'self'` only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Absolute: the development server resolves it against another folder than the build does.
      rolldownOptions: {
        input: fileURLToPath(new URL('src-renderer/index.html', import.meta.url)),
        // What the first screen needs in one piece: each further file is a request to the host while the window waits.
        output: { codeSplitting: { groups: [{ name: 'start', test: /src-renderer[\\/]main\.tsx$/ }] } },
      },
    },
  },
})
