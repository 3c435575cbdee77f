import type { ReadDb, WriteDb } from '@kernel/database/index'
import { addTokens, prefixRange, replaceTokens, tokensOf, type Tokenised } from '@kernel/search/index'
import { accountWords, externalId } from '@features/accounts/index'

interface NamedGroup {
  readonly name: string
  /** The platform's id. */
  readonly external: string | null
}

/** The words a group is found by. */
export const groupWords = ({ name, external }: NamedGroup): string[] => tokensOf([name, external])

/** Groups that are new; called with the fact, in its transaction. */
export function addGroupWords(db: WriteDb, groups: readonly ({ readonly id: string } & NamedGroup)[]): void {
  addTokens(
    db,
    'group',
    groups.map((group): Tokenised => ({ entity: group.id, tokens: groupWords(group) })),
  )
}

/** A group was renamed. */
export function moveGroupWords(db: WriteDb, id: string, before: NamedGroup, after: NamedGroup): void {
  replaceTokens(db, 'group', id, groupWords(before), groupWords(after))
}

/** More matches than this are found by walking the sorted list instead. */
export const FEW = 2_000

/** All reviews whose group or account has the words; null: too many to sort. `words`: the rarest first, at least one. */
export function reviewsWith(db: ReadDb, words: readonly string[]): string[] | null {
  const { from, to } = prefixRange(words[0]!)
  const found = new Set<string>()
  for (const [kind, column] of [
    ['group', 'contact_group'],
    ['account', 'account'],
  ] as const) {
    const entities = db.all<{ entity: string }>(
      'SELECT DISTINCT entity FROM search_token WHERE kind = ? AND token >= ? AND token < ? LIMIT ?',
      kind,
      from,
      to,
      FEW + 1,
    )
    if (entities.length > FEW) return null
    const reviews = db.all<{ id: string }>(
      `SELECT r.id FROM json_each(?) t CROSS JOIN review r ON r.${column} = t.value LIMIT ?`,
      JSON.stringify(entities.map(({ entity }) => entity)),
      FEW + 1,
    )
    for (const { id } of reviews) found.add(id)
    if (found.size > FEW) return null
  }
  return words.length === 1 ? [...found] : [...found].filter((id) => matches(db, id, words))
}

interface Named {
  contact_group: string
  account: string
  name: string
  company: string
  email: string
  domain: string | null
}

/** Every word begins a word of the group or of its account. */
export function matches(db: ReadDb, review: string, words: readonly string[]): boolean {
  const row = db.get<Named>(
    `SELECT r.contact_group, r.account, g.name, a.company, a.email, a.domain FROM review r
     CROSS JOIN contact_group g ON g.id = r.contact_group CROSS JOIN account a ON a.id = r.account WHERE r.id = ?`,
    review,
  )
  if (row === undefined) return false
  const tokens = [
    ...groupWords({ name: row.name, external: externalId(db, 'group', row.contact_group) }),
    ...accountWords({ ...row, external: externalId(db, 'account', row.account) }),
  ]
  return words.every((word) => tokens.some((token) => token.startsWith(word)))
}
