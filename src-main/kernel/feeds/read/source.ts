import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { FEED_KINDS, type FeedKind } from '@contract/feeds'
import { FileProblem } from './problem'

/** Large enough that a block holds about a thousand rows, small enough that memory stays flat. */
const BLOCK = 262_144

export type Format = 'csv' | 'ndjson'

const KINDS: ReadonlySet<string> = new Set(FEED_KINDS)

/** `KIND.csv`, `KIND-anything.ndjson` … ; null when the name says no kind. */
export function kindOfName(path: string): FeedKind | null {
  const found = /^([a-z_]+)(?:-.*)?\.(?:csv|tsv|txt|ndjson|jsonl)$/is.exec(basename(path))?.[1]?.toLowerCase()
  return found !== undefined && KINDS.has(found) ? (found as FeedKind) : null
}

export function formatOfName(path: string): Format | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === 'ndjson' || ending === 'jsonl') return 'ndjson'
  return ending === 'csv' || ending === 'tsv' ? 'csv' : null
}

/** @throws FileProblem `file_missing`, `file_unreadable` (a folder or a device too) */
export async function openSource(path: string): Promise<{ handle: FileHandle; size: number }> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    throw new FileProblem(code === 'ENOENT' || code === 'ENOTDIR' ? 'file_missing' : 'file_unreadable', { file: basename(path) })
  }
  const stats = await handle.stat()
  if (stats.isFile()) return { handle, size: stats.size }
  await handle.close()
  throw new FileProblem('file_unreadable', { file: basename(path) })
}

/** The file's bytes in blocks; each block is overwritten by the next. @throws FileProblem `file_unreadable` */
export async function* blocks(handle: FileHandle, path: string): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(BLOCK)
  let at = 0
  for (;;) {
    let read: number
    try {
      read = (await handle.read(buffer, 0, BLOCK, at)).bytesRead
    } catch {
      throw new FileProblem('file_unreadable', { file: basename(path) })
    }
    if (read === 0) return
    at += read
    yield buffer.subarray(0, read)
  }
}

/** SHA-256 of the file: an interrupted import goes on only with the very same file. */
export async function hashOf(path: string, signal: AbortSignal): Promise<Buffer> {
  const { handle } = await openSource(path)
  try {
    const hash = createHash('sha256')
    for await (const block of blocks(handle, path)) {
      signal.throwIfAborted()
      hash.update(block)
    }
    return hash.digest()
  } finally {
    await handle.close()
  }
}
