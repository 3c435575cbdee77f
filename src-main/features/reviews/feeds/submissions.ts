import type { Method } from '@contract/reviews'
import { entityTaker, SUBMISSIONS, textOf, type Announced, type Changes, type Copies, type FeedRow, type Stored } from '@kernel/feeds/index'
import { missingOf } from '../completeness'
import { submissionAside } from '../evaluate'
import { submissionOf } from '../facts'
import { formDomain, formKey } from '../form-link'
import { latestReviewOf } from '../store'
import { standingOf, takeSubmission } from '../submission-taken'
import { groupsNamed, hasGroup, staysWith, wouldBeClosed, type NamedGroups } from './named-groups'

const { at } = SUBMISSIONS

const EVIDENCE: Copies = [
  ['submitted_at', at.submitted_at],
  ['policy_confirmed', at.policy_confirmed],
  ['method', at.method],
  ['form_url', at.form_url],
  ['double_opt_in', at.double_opt_in],
  ['consent_text', at.consent_text],
  ['collected_from', at.collected_from],
  ['collected_to', at.collected_to],
  ['event_name', at.event_name],
  ['event_date', at.event_date],
  ['partner_name', at.partner_name],
  ['partner_contract', at.partner_contract],
  ['previous_provider', at.previous_provider],
  ['details', at.details],
  ['sender_domain', at.sender_domain],
]

/** REV-02, REV-03: what customers say about their groups; each row is judged complete or not as it comes in. */
export const submissionFeed = entityTaker<NamedGroups>({
  kind: 'submissions',
  entity: 'submission',
  table: 'submission',
  versioned: false,
  id: at.submission_id,
  copies: [
    ...EVIDENCE,
    ['contact_name', at.contact_name],
    ['contact_phone', at.contact_phone],
    ['contact_email', at.contact_email],
    ['removed_at', at.removed_at],
  ],
  prepare: ({ db }, rows) =>
    groupsNamed(
      db,
      rows.map(({ values }) => values[at.group_id]),
    ),
  acceptable: (taking, row, groups, stored) =>
    hasGroup(taking, row, groups, at.group_id) && staysWith(taking, row, groups.get(textOf(row, at.group_id)), stored),
  extra(row, groups) {
    const url = textOrNone(row, at.form_url)
    return { contact_group: groups.get(textOf(row, at.group_id))!.id, form_key: formKey(url), form_domain: formDomain(url) }
  },
  moves(_taking, _row, _groups, _stored, changes) {
    if (changes === null || !('form_url' in changes)) return { changes, awaited: false }
    const url = changes['form_url'] as string | null
    return { changes: { ...changes, form_key: formKey(url), form_domain: formDomain(url) }, awaited: false }
  },
  foreseen(taking, row, stored, changes, groups) {
    const group = groups.get(textOf(row, at.group_id))
    if (group === undefined || isRemoved(row) || wouldBeClosed(taking, group.account)) return
    const latest = latestReviewOf(taking.db, group.id)
    if (latest?.state !== 'rejected' || (stored !== null && !isAnew(stored, changes!))) return
    const said = { id: stored?.id ?? '', submittedAt: row.values[at.submitted_at] as number }
    const complete = isComplete(row, stored)
    if (!complete || standingOf(latest, submissionOf(taking.db, latest), said, complete) !== 'counts') return
    if (opensFirst(taking.announced, group.id)) taking.follow('reviewsOpened')
  },
  inserted(unit, taking, rows, groups) {
    const said = rows.filter(({ row }) => !isRemoved(row)).map(({ id, row }) => ({ id, row, on: row.values[at.submitted_at] as number }))
    // The file's order isn't the customer's.
    for (const { id, row, on } of said.sort((a, b) => a.on - b.on)) {
      const { id: group, account } = groups.get(textOf(row, at.group_id))!
      if (takeSubmission(unit, { group, account, submission: id, at: on }).opened) taking.follow('reviewsOpened')
    }
  },
  updated(unit, taking, row, stored, changes, groups) {
    const { id: group, account } = groups.get(textOf(row, at.group_id))!
    const latest = latestReviewOf(unit.db, group)
    const on = 'submitted_at' in changes ? (changes['submitted_at'] as number) : row.observedAt
    const heard = { group, account, submission: stored.id, at: on }
    if (isRemoved(row)) {
      if ('removed_at' in changes) submissionAside(unit, heard)
      return
    }
    // The contact person is for special cases only: no reason to look at the review anew (REV-12).
    const evidence = 'removed_at' in changes || EVIDENCE.some(([column]) => column in changes)
    if (!evidence && latest?.state !== 'unsubmitted') return
    // A correction of what was rejected is no new submission; a later one is (REV-09).
    if (latest?.state === 'rejected' && !isAnew(stored, changes)) return
    if (takeSubmission(unit, heard).opened) taking.follow('reviewsOpened')
  },
})

const isRemoved = ({ values }: FeedRow): boolean => typeof values[at.removed_at] === 'number'
const isAnew = (stored: Stored, changes: Changes): boolean => ((changes['submitted_at'] as number | undefined) ?? 0) > (stored['submitted_at'] as number)
const textOrNone = ({ values }: FeedRow, place: number): string | null => (values[place] as string | null | undefined) ?? null

/** As it would be stored. */
function isComplete(row: FeedRow, stored: Stored | null): boolean {
  const value = (column: string, place: number): unknown => (row.values[place] === undefined ? (stored?.[column] ?? null) : row.values[place])
  const text = (column: string, place: number): string | null => value(column, place) as string | null
  const doubleOptIn = value('double_opt_in', at.double_opt_in)
  const missing = missingOf({
    policyConfirmed: row.values[at.policy_confirmed] === 1,
    method: row.values[at.method] as Method,
    formUrl: text('form_url', at.form_url),
    doubleOptIn: doubleOptIn === null ? null : doubleOptIn === 1,
    consentText: text('consent_text', at.consent_text),
    collectedFrom: text('collected_from', at.collected_from),
    collectedTo: text('collected_to', at.collected_to),
    eventName: text('event_name', at.event_name),
    eventDate: text('event_date', at.event_date),
    partnerName: text('partner_name', at.partner_name),
    partnerContract: text('partner_contract', at.partner_contract),
    previousProvider: text('previous_provider', at.previous_provider),
    details: text('details', at.details),
    senderDomain: text('sender_domain', at.sender_domain),
    hasContact: true,
  })
  return missing.length === 0
}

/** In a preview: of several submissions of a rejected group only the first opens a review. */
const opening = new WeakMap<Announced, Set<string>>()
function opensFirst(announced: Announced, group: string): boolean {
  const groups = opening.get(announced) ?? new Set()
  opening.set(announced, groups)
  if (groups.has(group)) return false
  groups.add(group)
  return true
}
