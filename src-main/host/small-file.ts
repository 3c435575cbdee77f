import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A damaged or missing file counts as empty: these hold comforts, never records. */
export function readSmallFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Whole or not at all, readable by its owner only. A full disk costs the comfort, not the app. */
export function writeSmallFile(path: string, value: unknown): void {
  const next = `${path}.next`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(next, JSON.stringify(value), { mode: 0o600 })
    renameSync(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    console.error(`Not kept: ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`)
  }
}
