import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))
export const at = (...parts) => join(root, ...parts)
/** Git-ignored, outlives `npm ci`. */
export const cache = (...parts) => at('.cache', ...parts)
