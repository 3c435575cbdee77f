import * as z from 'zod'
import { command, date, instant, LANGUAGES, noInput, paging, query, reason, uuid, type Language, type Page, type Total } from './define'
import type { Explanation } from './scheduler'

export const REVIEW_STATES = ['unsubmitted', 'pending', 'query', 'accepted', 'rejected', 'moot'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** REV-18: a change of an accepted group is a review of its own. */
export const REVIEW_SCOPES = ['group', 'change'] as const
export type ReviewScope = (typeof REVIEW_SCOPES)[number]

/** REV-03 */
export const METHODS = ['web_form', 'purchase', 'event', 'partner', 'migration', 'other'] as const
export type Method = (typeof METHODS)[number]

/** REV-03, REV-05: what each method asks for, and what of it counts towards completeness. */
export const EVIDENCE = {
  web_form: ['link', 'double_opt_in', 'consent', 'period', 'details', 'sender'],
  purchase: ['details', 'consent', 'period', 'double_opt_in', 'sender'],
  event: ['event', 'consent', 'details', 'double_opt_in', 'period', 'sender'],
  partner: ['partner', 'consent', 'double_opt_in', 'details', 'period', 'sender'],
  migration: ['provider', 'consent', 'details', 'double_opt_in', 'period', 'sender'],
  other: ['details', 'consent', 'period', 'double_opt_in', 'sender'],
} as const satisfies Record<Method, readonly string[]>
export type EvidencePart = (typeof EVIDENCE)[Method][number]

/** REV-15: what a saved reply may leave open; written `{{company}}`. */
export const REPLY_PLACEHOLDERS = ['company', 'group', 'formUrl', 'reviewer'] as const

/** REV-07 */
export const OUTCOMES = ['accept', 'query', 'reject'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** REV-12: one signal each; what was seen stands in `params`, translated as `signal.<id>.<seen>`. */
export const SIGNALS = [
  'form_link', 'https', 'form_domain', 'sender_domain', 'account_address', 'sample_roles', 'sample_malformed', 'typo_domain', 'shared_form', 'earlier_rejections',
  'list_size', 'growth', 'double_opt_in', 'consent_wording',
] as const
export type SignalId = (typeof SIGNALS)[number]

export interface SignalView {
  id: SignalId
  /** What was seen, a stable word: `deep_link`, `bare_domain`, `mismatch` … */
  seen: string
  params: Record<string, string | number | readonly string[]>
  leans: 'for' | 'note' | 'against'
  /** 1 to 5; shown, never summed. */
  weight: number
}

/** REV-05: a part of the completeness score. */
export interface CompletenessPart {
  part: string
  points: number
  most: number
}

/** REV-06: stopped clocks have `dueAt` null and what is left. */
export interface SlaView {
  dueAt: number | null
  overdue: boolean
  stopped: boolean
  /** Working ms left while stopped. */
  remainingMs: number | null
  why: Explanation | null
}

export interface ClaimView {
  operatorId: string
  name: string
  until: number
  mine: boolean
}

export interface ReviewRow {
  id: string
  version: number
  scope: ReviewScope
  state: ReviewState
  groupId: string
  groupName: string
  accountUuid: string
  accountId: string
  company: string
  language: Language
  receivers: number
  method: Method | null
  submittedAt: number | null
  /** The last change by the customer: a submission, an addition, an answer. */
  changedAt: number
  /** Changed since this operator last looked (REV-07). */
  changed: boolean
  /** 1, and one more for each question that reached the customer; above 1 and waiting: answered. */
  round: number
  sla: SlaView
  completeness: number
  signals: { against: number; note: number; for: number; worst: SignalId | null }
  claim: ClaimView | null
  snoozedUntil: number | null
  /** A decision waits out its undo window (REV-13). */
  held: { decisionId: string; outcome: Outcome; until: number; mine: boolean } | null
  decidedAt: number | null
  decidedBy: string | null
}

export interface SubmissionView {
  submissionId: string
  submittedAt: number
  /** Null: by feed; else the support operator who recorded the customer's text (REV-08). */
  recordedBy: string | null
  source: string | null
  policyConfirmed: boolean
  method: Method
  formUrl: string | null
  /** REV-04: deep link or the bare main domain; null: no usable address. */
  formLink: 'deep' | 'bare' | null
  /** REV-04: the https address `reviews.open_evidence` answers; null: nothing is opened from here. */
  formOpens: string | null
  doubleOptIn: boolean | null
  consentText: string | null
  collectedFrom: string | null
  collectedTo: string | null
  eventName: string | null
  eventDate: string | null
  partnerName: string | null
  partnerContract: string | null
  previousProvider: string | null
  details: string | null
  senderDomain: string | null
  /** REV-12: the contact person of step 3 is shown on demand only, journaled. */
  hasContact: boolean
}

export interface ThreadEntry {
  id: string
  at: number
  kind: 'submission' | 'question' | 'answer' | 'decision' | 'reopened' | 'note'
  by: string | null
  outcome: Outcome | null
  /** Of a decision: a void one was overtaken by an addition of the customer (REV-07). */
  state: 'held' | 'stands' | 'void' | 'reopened' | 'undone' | null
  text: string | null
  reasons: string[]
}

/** REV-19: an earlier verdict that touches this case. */
export interface VerdictView {
  reviewId: string
  outcome: 'accept' | 'reject'
  at: number
  company: string
  groupName: string
  same: ('form_url' | 'domain' | 'source' | 'account')[]
  reasons: string[]
}

/** REV-02, REV-04, REV-05: what the desk makes of a submission that isn't stored yet. */
export interface SubmissionCheck {
  /** What is missing, as stable words; empty: complete. */
  missing: string[]
  formLink: 'deep' | 'bare' | null
  /** 0 to 100 */
  completeness: number
  completenessParts: CompletenessPart[]
}

export interface ReviewView extends ReviewRow {
  sendable: boolean
  createdAt: number
  source: string | null
  planName: string
  status: string
  accountDomain: string | null
  accountEmailDomain: string | null
  submissions: SubmissionView[]
  /** REV-02: what is missing, as stable words. */
  missing: string[]
  completenessParts: CompletenessPart[]
  signalViews: SignalView[]
  thread: ThreadEntry[]
  verdicts: VerdictView[]
  /** Field names that changed since the last look, with what they were. */
  changes: { field: string; before: string | null; after: string | null }[]
  sample: { count: number; roleShare: number; malformedShare: number; erasedAt: number | null } | null
  /** REV-08: why this operator may not decide; null: may. */
  barred: { code: string; params: Record<string, string> } | null
  /** REV-17: what the last decision was made on. */
  frozen: { at: number; policyVersion: number; differences: string[] } | null
}

export interface PolicyReason {
  id: string
  code: string
  title: string
  guidance: string
  active: boolean
  version: number
}

export interface SavedReply {
  id: string
  kind: 'query' | 'reject'
  language: Language
  title: string
  text: string
  version: number
}

export interface SavedView {
  id: string
  name: string
  filter: Record<string, unknown>
}

export interface MessagePreview {
  subject: string
  text: string
  html: string
  language: Language
  /** Placeholders that nothing fills. */
  unknown: string[]
}

/** REV-13, REV-14, REV-17 */
export interface ReviewSettings {
  undoSeconds: number
  claimMinutes: number
  sampleDays: number
}

export const REVIEW_TABS = ['queue', 'mine', 'query', 'unsubmitted', 'snoozed', 'decided'] as const
export const REVIEW_SORTS = ['due', 'submitted', 'completeness', 'company', 'receivers'] as const

const reviewFilter = {
  tab: z.enum(REVIEW_TABS).default('queue'),
  language: z.enum(LANGUAGES).nullish(),
  method: z.enum(METHODS).nullish(),
  /** Only overdue ones. */
  overdue: z.boolean().nullish(),
  /** Only those with a signal against. */
  flagged: z.boolean().nullish(),
  search: z.string().max(200).nullish(),
}

const text = (most: number) => z.string().trim().min(1).max(most)
const optionalText = (most: number) => z.string().trim().max(most).nullish()
/** REV-08: what a customer wrote, or is told, stays as it was written, its edges too. Blank is nothing. */
const verbatim = (most: number) => z.string().max(most).refine((said) => said.trim() !== '')
const target = { id: uuid, version: z.number().int().min(0) }
/** REV-08: what was looked at, stable words: `form`, `consent`, `sample`, `contract`, `details`, `domain` … */
const evidence = z.array(z.string().regex(/^[a-z][a-z_]{0,31}$/)).min(1).max(20)
/** REV-19: why this verdict departs from earlier ones. */
const departure = z.string().trim().min(3).max(2000).nullish()

/** REV-02, REV-03: the three steps, as the customer gave them. */
export const submissionInput = z
  .object({
    policyConfirmed: z.boolean(),
    method: z.enum(METHODS),
    formUrl: optionalText(2000),
    doubleOptIn: z.boolean().nullish(),
    consentText: verbatim(20_000).nullish(),
    collectedFrom: date.nullish(),
    collectedTo: date.nullish(),
    eventName: optionalText(500),
    eventDate: date.nullish(),
    partnerName: optionalText(500),
    partnerContract: optionalText(500),
    previousProvider: optionalText(500),
    details: verbatim(20_000).nullish(),
    contactName: text(200),
    contactPhone: optionalText(100),
    contactEmail: text(254),
    senderDomain: optionalText(253),
  })
  .strict()

/** Still being written: step 3 may be empty. */
const submissionDraft = submissionInput.extend({ contactName: optionalText(200), contactEmail: optionalText(254) })

export const reviewsContract = {
  'reviews.list': query<Page<ReviewRow>>()(
    'operator',
    z.object({ ...reviewFilter, sort: z.enum(REVIEW_SORTS).default('due'), descending: z.boolean().default(false), ...paging }).strict(),
  ),
  'reviews.total': query<Total>()('operator', z.object(reviewFilter).strict()),
  'reviews.totals': query<Record<(typeof REVIEW_TABS)[number] | 'overdue', Total>>()('operator', noInput),
  'reviews.get': query<ReviewView>()('operator', z.object({ id: uuid }).strict()),
  'reviews.of_account': query<Page<ReviewRow>>()('operator', z.object({ accountUuid: uuid, ...paging }).strict()),
  /** The next review to decide after this one: first due, not claimed by others, not barred; null: none left. */
  'reviews.next': query<{ id: string | null }>()(['reviewer'], z.object({ after: uuid.nullish() }).strict()),
  /** Words in that language, the operator's own when none is given. */
  'reviews.policy': query<{ version: number; reasons: PolicyReason[] }>()('operator', z.object({ language: z.enum(LANGUAGES).nullish() }).strict()),
  'reviews.replies': query<SavedReply[]>()('operator', z.object({ language: z.enum(LANGUAGES).nullish() }).strict()),
  /** What would be sent, with this review's own data, in the customer's language. */
  'reviews.preview': query<MessagePreview>()(
    'operator',
    z.object({ id: uuid, outcome: z.enum(OUTCOMES), text: z.string().max(20_000).default(''), reasons: z.array(uuid).max(20).default([]) }).strict(),
  ),
  /** REV-02: judges a submission before support records it. Stores nothing. */
  'reviews.check_submission': query<SubmissionCheck>()(['support'], z.object({ submission: submissionDraft }).strict()),
  'reviews.views': query<SavedView[]>()('operator', noInput),
  'reviews.colleagues': query<{ id: string; name: string }[]>()(['reviewer'], noInput),

  /** REV-14: 15 minutes, renewed by calling again. */
  'reviews.claim': command<{ until: number }>()(['reviewer'], z.object({ id: uuid }).strict()),
  'reviews.release': command<null>()(['reviewer'], z.object({ id: uuid }).strict()),
  'reviews.hand_over': command<null>()(['reviewer'], z.object({ id: uuid, to: uuid, note: reason }).strict()),
  'reviews.snooze': command<null>()(['reviewer'], z.object({ id: uuid, until: instant, note: reason }).strict()),
  'reviews.seen': command<null>()(['reviewer'], z.object(target).strict()),
  /** REV-07, REV-08, REV-13: takes effect after the undo window. */
  'reviews.accept': command<{ decisionId: string; effectiveAt: number }>()(['reviewer'], z.object({ ...target, evidence, departure }).strict()),
  'reviews.query': command<{ decisionId: string; effectiveAt: number }>()(['reviewer'], z.object({ ...target, question: verbatim(20_000) }).strict()),
  'reviews.reject': command<{ decisionId: string; effectiveAt: number }>()(
    ['reviewer'],
    z.object({ ...target, evidence, reasons: z.array(uuid).min(1).max(20), explanation: verbatim(20_000), departure }).strict(),
  ),
  /** REV-13: within the undo window, by who decided. */
  'reviews.undo': command<null>()(['reviewer'], z.object({ decisionId: uuid }).strict()),
  /** REV-09 */
  'reviews.reopen': command<null>()(['admin'], z.object({ ...target, reason }).strict()),
  /** REV-04: journaled; the window then asks the host to open it. */
  'reviews.open_evidence': command<{ url: string }>()(['reviewer', 'admin'], z.object({ id: uuid, submissionId: z.string().min(1).max(128) }).strict()),
  /** REV-12: journaled. */
  'reviews.open_contact': command<{ name: string; phone: string | null; email: string }>()(['reviewer', 'support', 'admin'], z.object({ id: uuid }).strict()),
  /** REV-02, REV-08: the customer's text, verbatim, with its source; copied to the customer. */
  'reviews.record_submission': command<{ id: string; missing: string[] }>()(['support'], z.object({ id: uuid, source: reason, submission: submissionInput }).strict()),
  'reviews.record_answer': command<null>()(['support'], z.object({ id: uuid, source: reason, text: verbatim(20_000) }).strict()),
  'reviews.save_reason': command<{ id: string }>()(
    ['admin'],
    z.object({ id: uuid.nullish(), code: z.string().regex(/^[a-z][a-z0-9_]{1,63}$/), title: text(200), guidance: text(4000), active: z.boolean(), language: z.enum(LANGUAGES).nullish() }).strict(),
  ),
  'reviews.save_reply': command<{ id: string }>()(
    ['admin', 'reviewer'],
    z.object({ id: uuid.nullish(), kind: z.enum(['query', 'reject']), language: z.enum(LANGUAGES), title: text(200), text: text(20_000) }).strict(),
  ),
  'reviews.remove_reply': command<null>()(['admin', 'reviewer'], z.object({ id: uuid }).strict()),
  'reviews.settings': query<ReviewSettings>()('operator', noInput),
  'reviews.set_settings': command<null>()(
    ['admin'],
    z
      .object({
        undoSeconds: z.number().int().min(0).max(120),
        claimMinutes: z.number().int().min(1).max(240),
        sampleDays: z.number().int().min(1).max(365),
      })
      .strict(),
  ),
  'reviews.save_view': command<{ id: string }>()('operator', z.object({ id: uuid.nullish(), name: text(60), filter: z.object(reviewFilter).strict() }).strict()),
  'reviews.remove_view': command<null>()('operator', z.object({ id: uuid }).strict()),
} as const

/** DSK-10: figures of a span of days, both included. */
export interface ReviewReport {
  outcomes: { outcome: Outcome; count: number }[]
  reasons: { code: string; title: string; count: number }[]
  reviewers: { operatorId: string; name: string; accepted: number; queried: number; rejected: number; medianMs: number | null }[]
  /** Working time from submission to the first decision. */
  timeToDecision: { upToMs: number | null; count: number }[]
  /** `overdue`: decided after the due time. */
  days: { date: string; submitted: number; decided: number; overdue: number }[]
}

/** DSK-02: reviews due today or before that are still open, by hour, and the pace that would do. */
export interface BurnDown {
  /** The desk calendar's, IANA: its hours and days are meant below. */
  zone: string
  /** From the opening to the closing; `open` and `overdue`, a part of it, are null ahead of now. Empty on a day off. */
  points: { at: number; open: number | null; overdue: number | null; needed: number }[]
  /** `needed` null outside of working hours. */
  now: { at: number; open: number; needed: number | null }
  overdue: number
  /** When the first of the overdue ones was due. */
  overdueSince: number | null
  dueWithinHour: number
  dueToday: number
  stopped: number
  /** Decisions by day, today last: this operator's, and everybody's. */
  mine: { date: string; count: number }[]
  team: { date: string; count: number }[]
}

export const reportsContract = {
  'reports.reviews': query<ReviewReport>()('operator', z.object({ from: date, to: date }).strict()),
  'reports.burn_down': query<BurnDown>()('operator', noInput),
} as const
