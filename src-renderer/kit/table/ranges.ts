import type { Rows } from '@/app/bridge/queries'
import { SELECTION_MOST } from './selection'

/** The rows from anchor to target, whichever comes first. */
export function rowsBetween<Row>(rows: readonly Row[], anchor: number, target: number): readonly Row[] {
  const from = Math.max(0, Math.min(anchor, target))
  return rows.slice(from, Math.max(anchor, target) + 1)
}

/**
 * Loads further pages of all lists until the selection's most or the end; answers with every row loaded. `goOn` is asked
 * between pages, so that a person can stop it.
 */
export async function loadForSelection<Row>(
  lists: readonly Rows<Row>[],
  goOn: (loaded: number) => boolean,
  most = SELECTION_MOST,
): Promise<readonly Row[]> {
  const all: Row[] = []
  for (const list of lists) {
    let { rows, hasMore } = list as { rows: readonly Row[]; hasMore: boolean }
    while (hasMore && all.length + rows.length < most && goOn(all.length + rows.length)) {
      const known = rows.length
      ;({ rows, hasMore } = await list.loadMore())
      if (rows.length === known) break
    }
    all.push(...rows)
    if (all.length >= most) break
  }
  return all.slice(0, most)
}
