import { fileURLToPath } from 'node:url'

const at = (folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url))

/** The import prefixes of tsconfig.base.json, for vite and vitest. */
export const alias = {
  '@contract': at('src-preload/contract'),
  '@kernel': at('src-main/kernel'),
  '@features': at('src-main/features'),
  '@desk': at('src-main/desk'),
  '@': at('src-renderer'),
}
