import { basename, resolve } from 'node:path'
import type { FeedKind } from '@contract/feeds'
import type { Catalog } from '../../catalog'
import { Refusal } from '../../refusal'
import { FileProblem } from '../read/problem'
import { kindOfName } from '../read/source'
import { KIND_ORDER } from '../schema/schemas'
import type { FeedTaker } from '../taker'

export interface Named {
  readonly path: string
  readonly kind?: FeedKind | null | undefined
}

export interface FeedFile {
  /** Absolute. */
  readonly path: string
  /** What people see: the name without its folder. */
  readonly name: string
  readonly kind: FeedKind
  readonly taker: FeedTaker
}

/** @throws FileProblem `kind_unknown`, `kind_not_taken_yet` */
export function feedFile({ path, kind: chosen }: Named, catalog: Catalog): FeedFile {
  const name = basename(path)
  const kind = chosen ?? kindOfName(path)
  if (kind === null) throw new FileProblem('kind_unknown', { file: name })
  const taker = catalog.takers.get(kind)
  if (taker === undefined) throw new FileProblem('kind_not_taken_yet', { file: name, kind })
  return { path: resolve(path), name, kind, taker }
}

/** An order that satisfies references and is the same whatever order the files were named in. */
export function inOrder<File extends { readonly kind: FeedKind; readonly name: string; readonly path: string }>(files: readonly File[]): File[] {
  const rank = ({ kind }: File): number => KIND_ORDER.indexOf(kind)
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...files].sort((a, b) => rank(a) - rank(b) || before(a.name, b.name) || before(a.path, b.path))
}

/** A file that can't be taken refuses the whole import, before anything is written. */
export function asRefusal(thrown: unknown, file: string): unknown {
  return thrown instanceof FileProblem ? new Refusal(thrown.code, { file, ...thrown.params }) : thrown
}
