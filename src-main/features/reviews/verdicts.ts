import type { Language } from '@contract/define'
import type { Outcome, VerdictView } from '@contract/reviews'
import type { ReadDb, Value } from '@kernel/database/index'
import { reasonWords } from './policy/words'
import { isShared } from './signals/known-domains'
import type { Review } from './review'

/** What an earlier case and this one have in common. */
export type Same = VerdictView['same'][number]
const KINDS: readonly Same[] = ['form_url', 'domain', 'source', 'account']

export interface Verdict {
  readonly review: string
  readonly group: string
  readonly account: string
  readonly outcome: 'accept' | 'reject'
  /** When it was made, ms UTC. */
  readonly at: number
  readonly same: readonly Same[]
  /** Internal uuids of the policy catalogue. */
  readonly reasons: readonly string[]
}

/** The newest groups or reviews looked at for each kind, however many share it. */
const WINDOW = 100
/** The newest verdicts kept of each kind. */
const KEPT = 8

const DECIDED = "r.state IN ('accepted', 'rejected')"
const COLUMNS = 'r.id AS review, r.contact_group AS "group", r.account'

/** One for each kind: the parameters are what is shared, and the review itself. */
export const VERDICT_QUERIES = {
  form_url: bySubmission('form_key'),
  domain: bySubmission('form_domain'),
  source: `SELECT ${COLUMNS} FROM (SELECT id FROM contact_group WHERE source = ? ORDER BY id DESC LIMIT ${WINDOW}) g
    CROSS JOIN review r ON r.contact_group = g.id AND ${DECIDED} AND r.id <> ?`,
  account: `SELECT ${COLUMNS} FROM (SELECT * FROM review WHERE account = ? ORDER BY id DESC LIMIT ${WINDOW}) r WHERE ${DECIDED} AND r.id <> ?`,
} as const satisfies Record<Same, string>

/** Only what was decided on a submission with that form: a group may have had another one before. */
function bySubmission(column: 'form_key' | 'form_domain'): string {
  return `SELECT ${COLUMNS} FROM (SELECT id, contact_group FROM submission WHERE ${column} = ? ORDER BY contact_group DESC LIMIT ${WINDOW}) s
    CROSS JOIN review r ON r.contact_group = s.contact_group AND r.submission = s.id AND ${DECIDED} AND r.id <> ?`
}

interface Shared {
  form_key: string | null
  form_domain: string | null
  source: string | null
}

/** REV-19: earlier verdicts that touch this case, the newest first; of a decided case, those before its own. */
export function earlierVerdicts(db: ReadDb, review: Review): Verdict[] {
  // The first import of a platform brings many reviews, and nothing was ever decided.
  if (db.get('SELECT 1 FROM review_decision LIMIT 1') === undefined) return []
  const shared = db.get<Shared>(
    `SELECT s.form_key, s.form_domain, g.source FROM contact_group g LEFT JOIN submission s ON s.id = ? WHERE g.id = ?`,
    review.submission,
    review.group,
  )
  const domain = shared?.form_domain ?? null
  const keys: Record<Same, Value> = {
    form_url: shared?.form_key ?? null,
    domain: domain === null || isShared(domain) ? null : domain,
    source: shared?.source ?? null,
    account: review.account,
  }
  const found = new Map<string, { case: Case; same: Same[] }>()
  for (const kind of KINDS) {
    if (keys[kind] === null) continue
    for (const row of db.all<Case>(VERDICT_QUERIES[kind], keys[kind], review.id)) {
      const known = found.get(row.review)
      if (known === undefined) found.set(row.review, { case: row, same: [kind] })
      else if (!known.same.includes(kind)) known.same.push(kind)
    }
  }
  const before = review.decidedAt ?? Number.POSITIVE_INFINITY
  const verdicts = [...found.values()]
    .map(({ case: row, same }) => verdictOn(db, row, same))
    .filter((verdict) => verdict !== null && verdict.at <= before)
  return newestOfEach(verdicts.filter((verdict) => verdict !== null).sort((a, b) => b.at - a.at || (a.review < b.review ? 1 : -1)))
}

interface Case {
  review: string
  group: string
  account: string
}

function verdictOn(db: ReadDb, row: Case, same: readonly Same[]): Verdict | null {
  const decision = db.get<{ outcome: Verdict['outcome']; at: number; reasons: string }>(
    `SELECT outcome, decided_at AS at, reasons FROM review_decision
     WHERE review = ? AND state = 'stands' AND outcome <> 'query' ORDER BY review_version DESC LIMIT 1`,
    row.review,
  )
  if (decision === undefined) return null
  return { ...row, outcome: decision.outcome, at: decision.at, same, reasons: JSON.parse(decision.reasons) as string[] }
}

function newestOfEach(verdicts: readonly Verdict[]): Verdict[] {
  const left = new Map(KINDS.map((kind) => [kind, KEPT]))
  return verdicts.filter(({ same }) => {
    const kept = same.some((kind) => left.get(kind)! > 0)
    for (const kind of same) left.set(kind, left.get(kind)! - 1)
    return kept
  })
}

/**
 * REV-19: whether a verdict departs from earlier ones and needs a reason. Of the same form and the same account the newest verdict is the
 * line; a domain or a source is shared by different lists: they are a line only while all agree. A query departs from nothing.
 */
export function departsFrom(verdicts: readonly Pick<Verdict, 'outcome' | 'same' | 'at'>[], outcome: Outcome): boolean {
  if (outcome === 'query') return false
  return KINDS.some((kind) => {
    const line = verdicts.filter(({ same }) => same.includes(kind)).sort((a, b) => b.at - a.at)
    if (line.length === 0) return false
    return kind === 'form_url' || kind === 'account' ? line[0]!.outcome !== outcome : line.every((verdict) => verdict.outcome !== outcome)
  })
}

/** As they stand beside the case; `language`: of the reasons' titles. */
export function verdictsOf(db: ReadDb, review: Review, language: Language = 'en'): VerdictView[] {
  return earlierVerdicts(db, review).map(({ review: reviewId, group, account, outcome, at, same, reasons }) => ({
    reviewId,
    outcome,
    at,
    company: db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company ?? '',
    groupName: db.get<{ name: string }>('SELECT name FROM contact_group WHERE id = ?', group)?.name ?? '',
    same: [...same],
    reasons: reasons.map((id) => reasonWords(db, id, language).title).filter((title) => title !== ''),
  }))
}
