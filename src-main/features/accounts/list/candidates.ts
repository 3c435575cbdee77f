import type { AccountStatus } from '@contract/accounts'
import type { ReadDb } from '@kernel/database/index'
import { prefixRange } from '@kernel/search/index'
import { accountWords, contactWords, type NamedAccount } from '../words'
import type { AccountFilter } from './filter'

/** By an account's own words first, then by those of its contacts. */
export type Source = 'account' | 'contact'

export interface Candidate extends NamedAccount {
  readonly token: string
  /** What the index found: the account, or one of its contacts. */
  readonly hit: string
  readonly id: string
  readonly status: AccountStatus
  readonly plan: string
  readonly name: string | null
  readonly contact_email: string | null
  readonly contact_removed: number | null
}

const ACCOUNT = 'a.id, a.company, a.email, a.domain, a.status, a.plan, x.external'
const EXTERNAL = "LEFT JOIN external_id x ON x.entity = a.id AND x.kind = 'account'"
const HITS = 't.token < ? AND (t.token, t.entity) > (?, ?) ORDER BY t.token, t.entity LIMIT ?'
const SQL: Readonly<Record<Source, string>> = {
  account: `SELECT t.token, t.entity AS hit, ${ACCOUNT}, NULL AS name, NULL AS contact_email, NULL AS contact_removed
    FROM search_token t CROSS JOIN account a ON a.id = t.entity ${EXTERNAL} WHERE t.kind = 'account' AND ${HITS}`,
  contact: `SELECT t.token, t.entity AS hit, ${ACCOUNT}, c.name, c.email AS contact_email, c.removed_at AS contact_removed
    FROM search_token t CROSS JOIN contact c ON c.id = t.entity CROSS JOIN account a ON a.id = c.account ${EXTERNAL} WHERE t.kind = 'contact' AND ${HITS}`,
}

/** The next hits of a word in the index's order, after (token, entity). */
export function hitsOf(db: ReadDb, source: Source, word: string, after: readonly [token: string, entity: string] | null, limit: number): Candidate[] {
  const { from, to } = prefixRange(word)
  return db.all<Candidate>(SQL[source], to, after?.[0] ?? from, after?.[1] ?? '', limit)
}

export interface Wanted {
  /** The word that leads to candidates. */
  readonly driver: string
  readonly others: readonly string[]
  readonly filter: AccountFilter
}

/** Whether a candidate is a result, and the one place in the order where its account is shown. */
export function isResult(db: ReadDb, source: Source, candidate: Candidate, { driver, others, filter }: Wanted): boolean {
  if (filter.status != null && candidate.status !== filter.status) return false
  if (filter.plan != null && candidate.plan !== filter.plan) return false
  const own = accountWords(candidate)
  const inOwn = own.some((token) => token.startsWith(driver))
  if (source === 'account' ? !isFirst(own, driver, candidate.token) : inOwn || !isFirstContact(db, candidate, driver)) return false
  const missing = others.filter((word) => !own.some((token) => token.startsWith(word)))
  return missing.length === 0 || contactsHave(db, candidate.id, missing)
}

/** Of several tokens that begin with the word, only the first in the index shows the row. */
function isFirst(tokens: readonly string[], word: string, token: string): boolean {
  return tokens.includes(token) && !tokens.some((other) => other.startsWith(word) && other < token)
}

/** An account has few contacts; beyond so many a hit may show twice rather than cost without bound. */
const MOST_CONTACTS = 200

/** Of several contacts with the word, only the first of the account shows it. */
function isFirstContact(db: ReadDb, { id, hit, token, name, contact_email: email, contact_removed: removed }: Candidate, word: string): boolean {
  if (removed !== null || name === null || email === null || !isFirst(contactWords({ name, email }), word, token)) return false
  const earlier = db.all<{ name: string; email: string }>(
    'SELECT name, email FROM contact WHERE account = ? AND id < ? AND removed_at IS NULL ORDER BY id LIMIT ?',
    id,
    hit,
    MOST_CONTACTS,
  )
  return !earlier.some((contact) => contactWords(contact).some((other) => other.startsWith(word)))
}

function contactsHave(db: ReadDb, account: string, words: readonly string[]): boolean {
  const contacts = db.all<{ name: string; email: string }>(
    'SELECT name, email FROM contact WHERE account = ? AND removed_at IS NULL ORDER BY id LIMIT ?',
    account,
    MOST_CONTACTS,
  )
  const tokens = contacts.flatMap(contactWords)
  return words.every((word) => tokens.some((token) => token.startsWith(word)))
}
