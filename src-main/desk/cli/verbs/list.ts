import { EMPTY_LISTS, LISTS } from '../lists/lists'
import { pageOf } from '../lists/table'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import type { Verb } from '../verb'
import { objectOf, text, wholeOf } from '../words'

const MOST = 10_000

/** Rows of one list, page by page; fields and platform ids as FEEDS has them. */
export const list: Verb = {
  usage: 'list WHAT [--filter JSON] [--limit N] [--cursor C] [--at ISO] [--store DIR] [--as OPERATOR] [--json]',
  options: { filter: { type: 'string' }, limit: { type: 'string' }, cursor: { type: 'string' }, at: { type: 'string' } },
  async run(words) {
    const [what, ...more] = words.positionals
    const listed = what !== undefined && Object.hasOwn(LISTS, what) ? LISTS[what] : undefined
    if (what === undefined || more.length > 0 || (listed === undefined && !EMPTY_LISTS.has(what))) {
      throw new Usage(`list wants one of: ${[...Object.keys(LISTS), ...EMPTY_LISTS].join(', ')}`)
    }
    const filter = objectOf('filter', text(words, 'filter') ?? '{}')
    const limit = wholeOf('limit', text(words, 'limit') ?? '1000', 1, MOST)
    return atWorkspace(words, {}, async ({ desk: { services } }) => {
      const query = { filter, limit, cursor: text(words, 'cursor') ?? null, now: services.clock.now() }
      const page = listed === undefined ? { rows: [], total: 0, cursor: null } : pageOf(services.reader, listed, query)
      const lines = page.rows.map((row) => Object.values(row).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\t'))
      return { status: DONE, json: page, lines }
    })
  },
}
