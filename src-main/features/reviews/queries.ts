import type { Language, Page, Total } from '@contract/define'
import { REVIEW_TABS, type ReviewRow, type ReviewView, type SubmissionView } from '@contract/reviews'
import type { Session } from '@kernel/access/session'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { externalId } from '@features/accounts/index'
import { barredFrom } from './barred'
import { REVIEWER } from './claims'
import { existing } from './commands'
import { completenessOf } from './completeness'
import { loadGroup, loadSubmissions, missingFrom, sampleOf, submissionOf } from './facts'
import { formLink, openableAddress } from './form-link'
import { differences, freeze } from './freeze'
import { pageOfReviews, placeAmongDue, totalOfReviews } from './list'
import { changesSince } from './looks'
import type { Looking } from './own'
import { policyVersion } from './policy/words'
import type { Review, Submission } from './review'
import { claimOn, nameOf, reviewRow, rowContext } from './review-row'
import { signalsOn } from './signal-facts'
import { decisionsOf, isSendable } from './store'
import { threadOf } from './thread'
import { verdictsOf } from './verdicts'

const MOST_SUBMISSIONS = 50

/** REV-02 to REV-05, REV-07, REV-08, REV-12, REV-17, REV-19: all that a reviewer decides on. @throws Refusal `review_missing` */
export function getReview(db: ReadDb, id: string, now: number, { operatorId, roles, language }: Session): ReviewView {
  const looking = { operator: operatorId, now }
  const review = existing(db, id)
  const row = reviewRow(rowContext(db, looking), id)
  const group = loadGroup(db, review.group)
  if (row === null || group === null) throw new Refusal('review_missing')
  const bar = roles.includes('reviewer') ? barredFrom(db, review, operatorId) : null
  return {
    ...row,
    ...accountOf(db, review.account),
    sendable: isSendable(db, review.group),
    createdAt: group.createdAt,
    source: group.source,
    submissions: loadSubmissions(db, review.group)
      .slice(-MOST_SUBMISSIONS)
      .map((one) => submissionView(db, one)),
    missing: missingFrom(db, review),
    completenessParts: [...completenessOf(submissionOf(db, review)).parts],
    signalViews: signalsOn(db, review),
    thread: threadOf(db, review, language, looking),
    verdicts: verdictsOf(db, review, language),
    changes: changesSince(db, review, operatorId),
    sample: sampleView(db, review.group),
    barred: !roles.includes('reviewer')
      ? { code: 'role_missing', params: { roles: 'reviewer' } }
      : bar === null
        ? null
        : { code: 'review_barred', params: { why: bar } },
    frozen: frozenView(db, review),
  }
}

type AccountPart = Pick<ReviewView, 'planName' | 'status' | 'accountDomain' | 'accountEmailDomain'>

function accountOf(db: ReadDb, account: string): AccountPart {
  const row = db.get<{ plan: string; status: string; domain: string | null; email: string }>(
    'SELECT p.name AS plan, a.status, a.domain, a.email FROM account a JOIN plan p ON p.id = a.plan WHERE a.id = ?',
    account,
  )!
  const at = row.email.lastIndexOf('@')
  return { planName: row.plan, status: row.status, accountDomain: row.domain, accountEmailDomain: at < 0 ? null : row.email.slice(at + 1) }
}

function submissionView(db: ReadDb, { id, recordedBy, recordedSource, ...said }: Submission): SubmissionView {
  return {
    ...said,
    submissionId: externalId(db, 'submission', id),
    recordedBy: recordedBy === null ? null : (nameOf(db, recordedBy) ?? ''),
    source: recordedSource,
    formLink: formLink(said.formUrl),
    formOpens: openableAddress(said.formUrl),
  }
}

function sampleView(db: ReadDb, group: string): ReviewView['sample'] {
  const sample = sampleOf(db, group)
  if (sample === null) return null
  const share = (count: number): number => (sample.addresses === 0 ? 0 : count / sample.addresses)
  return { count: sample.addresses, roleShare: share(sample.roleAddresses), malformedShare: share(sample.malformed), erasedAt: sample.erasedAt }
}

function frozenView(db: ReadDb, review: Review): ReviewView['frozen'] {
  const decision = decisionsOf(db, review.id).findLast(({ state, said }) => state === 'stands' && said?.frozen != null)
  const frozen = decision?.said?.frozen
  if (decision === undefined || frozen == null) return null
  return { at: decision.decidedAt, policyVersion: decision.policyVersion, differences: differences(frozen, freeze(db, review, policyVersion(db))) }
}

/** An account's reviews, the latest first, those in no list too. @throws Refusal `cursor_malformed` */
export function reviewsOfAccount(db: ReadDb, account: string, cursor: string | null, limit: number, looking: Looking): Page<ReviewRow> {
  const ids = db
    .all<{ id: string }>('SELECT id FROM review WHERE account = ? AND id < ? ORDER BY id DESC LIMIT ?', account, cursor ?? '~', limit + 1)
    .map(({ id }) => id)
  const page = ids.slice(0, limit)
  return { rows: rowsOf(db, page, looking), cursor: ids.length > limit ? page.at(-1)! : null }
}

export function rowsOf(db: ReadDb, ids: readonly string[], looking: Looking): ReviewRow[] {
  const context = rowContext(db, looking)
  return ids.map((id) => reviewRow(context, id)).filter((row) => row !== null)
}

export function totalsOfReviews(db: ReadDb, looking: Looking): Record<(typeof REVIEW_TABS)[number] | 'overdue', Total> {
  const tabs = Object.fromEntries(REVIEW_TABS.map((tab) => [tab, totalOfReviews(db, { tab }, looking)])) as Record<
    (typeof REVIEW_TABS)[number],
    Total
  >
  return { ...tabs, overdue: totalOfReviews(db, { tab: 'queue', overdue: true }, looking) }
}

const FIRST_DUE = { sort: 'due', descending: false } as const
const STEP = 100
/** Nobody is barred from, or has colleagues who hold, more than this. */
const MOST_LOOKED_AT = 20_000

/**
 * REV-13: the next to decide, in the queue's order from the one left, then from its beginning: neither claimed by others, nor handed to
 * somebody else, nor put aside, nor one this operator is barred from.
 */
export function nextReview(db: ReadDb, after: string | null, looking: Looking): string | null {
  const place = after === null ? null : placeAmongDue(db, after)
  return walkOn(db, place, after, looking) ?? (place === null ? null : walkOn(db, null, after, looking))
}

function walkOn(db: ReadDb, from: string | null, left: string | null, looking: Looking): string | null {
  let cursor = from
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += STEP) {
    const page = pageOfReviews(db, { tab: 'queue' }, FIRST_DUE, cursor, STEP, looking)
    const free = page.rows.find((id) => id !== left && isFree(db, id, looking))
    if (free !== undefined) return free
    if (page.cursor === null) return null
    cursor = page.cursor
  }
  return null
}

function isFree(db: ReadDb, id: string, looking: Looking): boolean {
  const claim = claimOn(db, id, looking)
  if (claim !== null && !claim.mine) return false
  const handed = db.get(
    'SELECT 1 FROM review_hand_over h CROSS JOIN operator o ON o.id = h.receiver WHERE h.review = ? AND h.receiver <> ? AND o.removed_at IS NULL AND o.roles & ? <> 0',
    id,
    looking.operator,
    REVIEWER,
  )
  return handed === undefined && barredFrom(db, existing(db, id), looking.operator) === null
}

export const languageOf = (session: Session | null): Language => session?.language ?? 'en'
