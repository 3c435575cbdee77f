import type { ReadDb, WriteDb } from '@kernel/database/index'
import { addTokens, prefixRange, replaceTokens, tokensOf, type Tokenised } from '@kernel/search/index'
import { accountWords } from '@features/accounts/index'

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

/** All reviews whose group or account has the words; null: every word has too many to sort. Any rare word leads: length doesn't tell. */
export function reviewsWith(db: ReadDb, words: readonly string[]): string[] | null {
  for (const word of words) {
    const found = reviewsWithWord(db, word)
    if (found !== null) return words.length === 1 ? found : matching(db, found, words)
  }
  return null
}

function reviewsWithWord(db: ReadDb, word: string): string[] | null {
  const { from, to } = prefixRange(word)
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
  return [...found]
}

interface Named {
  id: string
  name: string
  group_external: string | null
  company: string
  account_external: string | null
  email: string
  domain: string | null
}

/** Those of some reviews, in their order, where every word begins a word of the group or of its account. Asked at once: a walk meets thousands. */
export function matching(db: ReadDb, reviews: readonly string[], words: readonly string[]): string[] {
  return db
    .all<Named>(
      `SELECT r.id, g.name, a.company, a.email, a.domain,
         (SELECT external FROM external_id WHERE entity = g.id AND kind = 'group') AS group_external,
         (SELECT external FROM external_id WHERE entity = a.id AND kind = 'account') AS account_external
       FROM json_each(?) t CROSS JOIN review r ON r.id = t.value
       CROSS JOIN contact_group g ON g.id = r.contact_group CROSS JOIN account a ON a.id = r.account`,
      JSON.stringify(reviews),
    )
    .filter((row) => {
      const tokens = [...groupWords({ name: row.name, external: row.group_external }), ...accountWords({ ...row, external: row.account_external })]
      return words.every((word) => tokens.some((token) => token.startsWith(word)))
    })
    .map(({ id }) => id)
}
