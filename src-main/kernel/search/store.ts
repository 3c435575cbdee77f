import type { WriteDb } from '../database'
import { tokensOf } from './tokens'

/** What is found: an account by its own words, a contact by its, a group by its. */
export type Searchable = 'account' | 'contact' | 'group'

export interface Tokenised {
  /** Internal uuid. */
  readonly entity: string
  readonly tokens: readonly string[]
}

/** A uuid's length: the rest of a packed string is the token. */
const UUID = 36

/** Writes the tokens of many rows at once, in the index's own order: neighbours share pages, and SQLite is called once, not a million times. */
export function addTokens(db: WriteDb, kind: Searchable, rows: readonly Tokenised[]): void {
  const packed: string[] = []
  for (const { entity, tokens } of rows) for (const token of tokens) packed.push(entity + token)
  if (packed.length === 0) return
  db.run(
    `INSERT OR IGNORE INTO search_token (token, kind, entity)
     SELECT substr(value, ${UUID + 1}), ?, substr(value, 1, ${UUID}) FROM json_each(?) ORDER BY 1, 3`,
    kind,
    JSON.stringify(packed),
  )
}

/** After a change: takes out the words that went, adds those that came. */
export function replaceTokens(db: WriteDb, kind: Searchable, entity: string, before: readonly string[], after: readonly string[]): void {
  for (const token of before)
    if (!after.includes(token)) db.run('DELETE FROM search_token WHERE kind = ? AND token = ? AND entity = ?', kind, token, entity)
  const added = after.filter((token) => !before.includes(token))
  if (added.length > 0) addTokens(db, kind, [{ entity, tokens: added }])
}

/** The words of a search, longest first: the rarest leads. Shorter ones than three characters find nothing and are left out. */
export function wordsOf(search: string): string[] {
  return tokensOf([search]).sort((a, b) => b.length - a.length)
}

/** A word is a prefix: `token >= from AND token < to`. */
export function prefixRange(word: string): { from: string; to: string } {
  return { from: word, to: `${word}\u{10ffff}` }
}
