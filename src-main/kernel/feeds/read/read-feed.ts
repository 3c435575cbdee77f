import type { FileHandle } from 'node:fs/promises'
import type { FeedKind } from '@contract/feeds'
import { SCHEMAS } from '../schema/schemas'
import { CsvSplitter } from './csv'
import { Decoder } from './decode'
import { findHeader, type Header } from './header'
import { NdjsonSplitter } from './ndjson'
import { FileProblem } from './problem'
import type { RawRow, RowSplitter } from './rows'
import { blocks, formatOfName, openSource, type Format } from './source'

/** A feed file opened for reading its rows once, from first to last. */
export interface FeedReader {
  readonly kind: FeedKind
  readonly format: Format
  /** In bytes. */
  readonly size: number
  readonly bytesRead: number
  /** CSV only; known from the first batch on. */
  readonly header: Header | null
  /** Columns or keys the kind doesn't know, as far as seen. */
  readonly unknown: readonly string[]
  /** Rows in batches; the next batch is read only when asked for. @throws FileProblem */
  batches(): AsyncGenerator<RawRow[]>
  close(): Promise<void>
}

/** @throws FileProblem */
export async function openFeed(path: string, kind: FeedKind): Promise<FeedReader> {
  const { handle, size } = await openSource(path)
  try {
    return new Reader(handle, path, kind, size, formatOfName(path) ?? (await sniff(handle)))
  } catch (thrown) {
    await handle.close()
    throw thrown
  }
}

async function sniff(handle: FileHandle): Promise<Format> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
  return /^(?:\ufeff)?\s*\{/.test(buffer.toString('utf8', 0, bytesRead)) ? 'ndjson' : 'csv'
}

class Reader implements FeedReader {
  readonly kind: FeedKind
  readonly format: Format
  readonly size: number
  readonly #handle: FileHandle
  readonly #path: string
  bytesRead = 0
  header: Header | null = null
  #ndjson: NdjsonSplitter | null = null

  constructor(handle: FileHandle, path: string, kind: FeedKind, size: number, format: Format) {
    this.#handle = handle
    this.#path = path
    this.kind = kind
    this.size = size
    this.format = format
  }

  get unknown(): readonly string[] {
    return this.header?.unknown ?? [...(this.#ndjson?.unknown ?? [])]
  }

  async *batches(): AsyncGenerator<RawRow[]> {
    const decoder = new Decoder()
    let splitter: RowSplitter | null = null
    let head = ''
    let headSuspicious = false
    const take = (block: Buffer, last: boolean): RawRow[] => {
      const { text, suspicious } = decoder.decode(block, last)
      headSuspicious ||= splitter === null && suspicious
      const rows: RawRow[] = []
      let piece = text
      if (splitter === null) {
        head += text
        splitter = this.#begin(head, last)
        if (splitter === null) return rows
        piece = head.slice(this.header?.restAt ?? 0)
        head = ''
      }
      splitter.push(piece, suspicious || headSuspicious, last, rows)
      headSuspicious = false
      return rows
    }
    for await (const block of blocks(this.#handle, this.#path)) {
      this.bytesRead += block.length
      yield take(block, false)
    }
    yield take(Buffer.alloc(0), true)
  }

  #begin(head: string, last: boolean): RowSplitter | null {
    const schema = SCHEMAS[this.kind]
    if (this.format === 'ndjson') {
      this.#ndjson = new NdjsonSplitter(schema.columns.map(({ name }) => name))
      return this.#ndjson
    }
    if (head === '' && last) throw new FileProblem('file_empty')
    this.header = findHeader(head, last, schema)
    if (this.header === null) return null
    const { delimiter, newline, names, nextLine } = this.header
    return new CsvSplitter(delimiter, newline, names.length, nextLine)
  }

  close(): Promise<void> {
    return this.#handle.close()
  }
}
