import { EMPTY_LISTS, LISTS } from '../lists/lists'
import { pageOf, type ListPage } from '../lists/table'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import type { Verb } from '../verb'
import { objectOf, text, wholeOf } from '../words'

const MOST = 10_000
const NOTHING: ListPage = { rows: [], total: 0, cursor: null }

function emptyPage(what: string, filter: Readonly<Record<string, unknown>>): ListPage {
  const fields = EMPTY_LISTS[what] ?? null
  const unknown = fields === null ? undefined : Object.keys(filter).find((name) => !fields.includes(name))
  if (unknown !== undefined) throw new Usage(`--filter knows no field “${unknown.slice(0, 40)}” here. Fields: ${fields!.join(', ')}`)
  return NOTHING
}

/** Rows of one list, page by page; fields and platform ids as FEEDS has them. */
export const list: Verb = {
  usage: 'list WHAT [--filter JSON] [--limit N] [--cursor C] [--at ISO] [--store DIR] [--as OPERATOR] [--json]',
  options: { filter: { type: 'string' }, limit: { type: 'string' }, cursor: { type: 'string' }, at: { type: 'string' } },
  async run(words) {
    const [what, ...more] = words.positionals
    const known = [...Object.keys(LISTS), ...Object.keys(EMPTY_LISTS)]
    if (what === undefined || more.length > 0 || !known.includes(what)) throw new Usage(`list wants one of: ${known.join(', ')}`)
    const filter = objectOf('filter', text(words, 'filter') ?? '{}')
    const limit = wholeOf('limit', text(words, 'limit') ?? '1000', 1, MOST)
    return atWorkspace(words, {}, async ({ desk: { services } }) => {
      const listed = LISTS[what]
      const query = { filter, limit, cursor: text(words, 'cursor') ?? null, now: services.clock.now() }
      const page = listed === undefined ? emptyPage(what, filter) : pageOf(services.reader, listed, query)
      const lines = page.rows.map((row) =>
        Object.values(row)
          .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
          .join('\t'),
      )
      return { status: DONE, json: page, lines }
    })
  },
}
