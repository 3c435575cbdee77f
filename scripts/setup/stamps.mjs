import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Reads a small JSON file; null when it is missing or damaged. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Writes whole or not at all. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  const next = `${path}.${process.pid}.next`
  writeFileSync(next, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(next, path)
}

export function hashOf(...contents) {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 32)
}

/**
 * Content hash of files and folders, in a fixed order. Contents, not times: a checkout or a copy changes times only.
 * @param {readonly string[]} paths
 * @param {(name: string) => boolean} counts
 */
export function hashOfFiles(paths, counts = () => true) {
  const hash = createHash('sha256')
  const visit = (path, entry) => {
    if (entry === null || entry.isDirectory()) {
      let entries
      try {
        entries = readdirSync(path, { withFileTypes: true })
      } catch (error) {
        if (error.code === 'ENOTDIR') return add(path)
        if (error.code === 'ENOENT') return
        throw error
      }
      for (const child of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) visit(join(path, child.name), child)
    } else if (counts(path)) add(path)
  }
  const add = (path) => hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  for (const path of paths) visit(path, null)
  return hash.digest('hex').slice(0, 32)
}
