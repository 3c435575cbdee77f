import { APPROVAL_GROUNDS, CASE_CAUSES } from '@contract/limits'
import { defineEvent, field, type EventDefinition } from '@kernel/journal/index'
import { MODES, RESTART_GROUNDS, type LimitCase, type Warning } from './case'
import { caseEvent } from './case-event'
import { newCase, NO_CANDIDACY } from './new-case'
import { insertCase } from './store'

const due = field.nullable(field.integer)
const price = field.nullable(field.integer)
const plan = field.nullable(field.uuid)

/** LIM-03 */
export const opened = defineEvent({
  kind: 'limits.opened',
  body: { cause: field.oneOf(CASE_CAUSES), zone: field.zone, mode: field.oneOf(MODES), due: field.integer, import: field.nullable(field.uuid) },
  apply: (db, { entity, account, at, version, body }) => {
    insertCase(db, newCase(entity, account ?? '', at, version, body))
  },
})

const closed = (limitCase: LimitCase, state: LimitCase['state'], at: number): LimitCase => ({
  ...limitCase,
  state,
  closedAt: at,
  dueAt: null,
  pausedUntil: null,
  approvedPlan: null,
})

const unrestricted = (limitCase: LimitCase): LimitCase => ({
  ...limitCase,
  restrictedAt: null,
  candidacy: { ...NO_CANDIDACY, announcements: limitCase.candidacy.announcements },
})

export const resolved = caseEvent('limits.resolved', {}, (limitCase, _body, at) => closed(limitCase, 'resolved', at))
export const mooted = caseEvent('limits.mooted', {}, (limitCase, _body, at) => closed(limitCase, 'moot', at))

export const warningPlanned = caseEvent(
  'limits.warning_planned',
  { round: field.integer, n: field.integer, plan, price, due },
  (limitCase, body, at) => ({
    ...limitCase,
    warnings: [
      ...limitCase.warnings,
      { n: body.n as Warning['n'], plannedAt: at, plan: body.plan, priceMinor: body.price, sentAt: null, bouncedAt: null },
    ],
  }),
)

/** LIM-04: the hand-over counts, `sent` (ms UTC) is when. A late word on an earlier round still keeps two warnings off one day. */
export const warned = caseEvent(
  'limits.warned',
  { round: field.integer, n: field.integer, sent: field.integer, due },
  (limitCase, { round, n, sent }) => {
    const known = { ...limitCase, told: true, lastWarnedAt: Math.max(sent, limitCase.lastWarnedAt ?? sent) }
    if (round !== limitCase.round) return known
    const warnings = limitCase.warnings.map((warning) => (warning.n === n ? { ...warning, sentAt: sent } : warning))
    return { ...known, warnings, lastStepAt: Math.max(sent, limitCase.lastStepAt) }
  },
)

/** MSG-01: nobody knows whether it arrived. The day is taken all the same: no other warning goes out on it. */
export const warningUnknown = caseEvent('limits.warning_unknown', { tried: field.integer }, (limitCase, { tried }) => ({
  ...limitCase,
  lastWarnedAt: Math.max(tried, limitCase.lastWarnedAt ?? tried),
}))

export const warningBounced = caseEvent('limits.warning_bounced', { n: field.integer }, (limitCase, { n }, at) => ({
  ...limitCase,
  warnings: limitCase.warnings.map((warning) => (warning.n === n ? { ...warning, bouncedAt: at } : warning)),
}))

/** LIM-16 */
export const stopped = caseEvent('limits.stopped', {}, (limitCase) => ({
  ...unrestricted(limitCase),
  state: 'unreachable',
  dueAt: null,
  pausedUntil: null,
  approvalGround: null,
  approvedPlan: null,
}))

/** LIM-16, LIM-18: warning 1 again, of a new round. */
export const restarted = caseEvent(
  'limits.restarted',
  { ground: field.oneOf(RESTART_GROUNDS), mode: field.oneOf(MODES), round: field.integer, due },
  (limitCase, body, at) => ({
    ...unrestricted(limitCase),
    state: 'warning',
    mode: body.mode,
    round: body.round,
    lastStepAt: at,
    warnings: [],
    approvalGround: null,
    approvedPlan: null,
    pausedUntil: null,
  }),
)

/** LIM-07 */
export const restricted = caseEvent('limits.restricted', { due }, (limitCase, _body, at) => ({
  ...limitCase,
  state: 'enforced',
  restrictedAt: at,
  lastStepAt: at,
}))

/** LIM-08 */
export const upgraded = caseEvent('limits.upgraded', { from: field.uuid, to: field.uuid }, (limitCase, { to }, at) => ({
  ...closed(limitCase, 'enforced', at),
  upgradedTo: to,
  lastStepAt: at,
}))

export const approvalAsked = caseEvent('limits.approval_asked', { ground: field.oneOf(APPROVAL_GROUNDS), due }, (limitCase, { ground }, at) => ({
  ...limitCase,
  state: 'approval',
  approvalGround: ground,
  approvedPlan: null,
  lastStepAt: at,
}))

export const approved = caseEvent('limits.approved', { plan: field.uuid, consent: field.flag, due }, (limitCase, body, at) => ({
  ...limitCase,
  approvedPlan: body.plan,
  lastStepAt: at,
}))

/** LIM-14 */
export const paused = caseEvent('limits.paused', { until: field.date, due }, (limitCase, { until }) => ({
  ...limitCase,
  state: 'paused',
  pausedUntil: until,
  pauses: limitCase.pauses + 1,
}))

export const resumed = caseEvent('limits.resumed', { due }, (limitCase) => ({
  ...limitCase,
  state: limitCase.approvalGround === null ? 'warning' : 'approval',
  pausedUntil: null,
}))

/** Only the date moves: the window's setting changed, a fact moved a deadline. */
export const rescheduled = caseEvent('limits.rescheduled', { due }, (limitCase) => limitCase)

const withCandidacy = (limitCase: LimitCase, change: Partial<LimitCase['candidacy']>): LimitCase => ({
  ...limitCase,
  candidacy: { ...limitCase.candidacy, ...change },
})

/** LIM-11: `on` (ms UTC) is the date the customer is told. */
export const deletionAnnounced = caseEvent('limits.deletion_announced', { on: field.integer, nth: field.integer, due }, (limitCase, { on, nth }) =>
  withCandidacy(limitCase, { announcements: nth, announcedFor: on, toldAt: null, bounced: false, since: null }),
)
export const deletionTold = caseEvent('limits.deletion_told', { sent: field.integer, due }, (limitCase, { sent }) =>
  withCandidacy(limitCase, { toldAt: sent }),
)
export const deletionBounced = caseEvent('limits.deletion_bounced', { due }, (limitCase) => withCandidacy(limitCase, { bounced: true, since: null }))
export const becameCandidate = caseEvent('limits.became_candidate', {}, (limitCase, _body, at) => ({
  ...withCandidacy(limitCase, { since: at }),
  dueAt: null,
}))
export const candidacyDropped = caseEvent('limits.candidacy_dropped', { due }, (limitCase) =>
  withCandidacy(limitCase, { announcedFor: null, toldAt: null, bounced: false, since: null }),
)

/** LIM-09. The plan itself is changed by the accounts' own decision. */
export const planReverted = defineEvent({ kind: 'limits.plan_reverted', body: { from: field.uuid, to: field.uuid } })

export const limitEvents: readonly EventDefinition[] = [
  opened,
  planReverted,
  ...[
    resolved,
    mooted,
    warningPlanned,
    warned,
    warningUnknown,
    warningBounced,
    stopped,
    restarted,
    restricted,
    upgraded,
    approvalAsked,
    approved,
    paused,
    resumed,
    rescheduled,
    deletionAnnounced,
    deletionTold,
    deletionBounced,
    becameCandidate,
    candidacyDropped,
  ].map(({ definition }) => definition as EventDefinition),
] as readonly EventDefinition[]

export const limitTables = [
  { table: 'limit_case', key: ['id'] },
  { table: 'limit_warning', key: ['limit_case', 'round', 'n'] },
]
