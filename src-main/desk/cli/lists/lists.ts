import { capabilitiesUnder, reasonsOf } from '@features/accounts/index'
import { caseRow, rowContext } from '@features/limits/index'
import { purges } from './purges'
import { reviews } from './reviews'
import { holds, maintenance, segments } from './segments'
import { deliveries, sharing } from './sharing'
import type { Listed } from './table'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

const accounts: Listed = {
  from: 'account r',
  key: 'r.id',
  fields: {
    account_id: { kind: 'account', sql: 'r.id' },
    company: { kind: 'text', sql: 'r.company' },
    plan_id: { kind: 'plan', sql: 'r.plan' },
    reported_plan_id: { kind: 'plan', sql: 'r.reported_plan' },
    status: { kind: 'text', sql: 'r.status' },
    id: { kind: 'text', sql: 'r.id' },
    version: { kind: 'whole', sql: 'r.version' },
  },
  more: {
    names: ['capabilities', 'reasons'],
    of: (db, keys) =>
      new Map(
        keys.map((key) => {
          const states = capabilitiesUnder(reasonsOf(db, key))
          const capabilities = Object.fromEntries(states.map(({ capability, on }) => [capability, on]))
          return [key, { capabilities, reasons: states.flatMap(({ capability, reasons }) => reasons.map(({ cause }) => ({ capability, cause }))) }]
        }),
      ),
  },
}

const limits: Listed = {
  from: 'limit_case r',
  key: 'r.id',
  fields: {
    account_id: { kind: 'account', sql: 'r.account' },
    state: { kind: 'text', sql: 'r.state' },
    cause: { kind: 'text', sql: 'r.cause' },
    opened_at: { kind: 'instant', sql: 'r.opened_at' },
    closed_at: { kind: 'instant', sql: 'r.closed_at' },
    id: { kind: 'text', sql: 'r.id' },
  },
  more: {
    names: ['day', 'warnings', 'next_step', 'next_at', 'waits_for', 'over_percent', 'approval_ground', 'paused_until', 'version'],
    of(db, keys, now) {
      const context = rowContext(db, now)
      return new Map(
        keys.flatMap((key) => {
          const row = caseRow(context, key)
          if (row === null) return []
          // Handed over, not planned: those count (LIM-04).
          const warnings = row.warnings
            .filter(({ sentAt }) => sentAt !== null)
            .map(({ n, state, sentAt }) => ({ n, sent_at: iso(sentAt), bounced: state === 'bounced' }))
          const next = { next_step: row.nextStep, next_at: iso(row.nextAt), waits_for: row.waitsFor }
          return [
            [
              key,
              {
                day: row.day,
                warnings,
                ...next,
                over_percent: row.overPermille / 10,
                approval_ground: row.approvalGround,
                paused_until: row.pausedUntil,
                version: row.version,
              },
            ],
          ]
        }),
      )
    },
  },
}

const messages: Listed = {
  from: 'message r',
  key: 'r.id',
  fields: {
    key: { kind: 'text', sql: 'r.key' },
    account_id: { kind: 'account', sql: 'r.account' },
    template: { kind: 'text', sql: 'r.template' },
    language: { kind: 'text', sql: 'r.language' },
    state: { kind: 'text', sql: 'r.state' },
    message_id: { kind: 'text', sql: 'r.message_id' },
    planned_at: { kind: 'instant', sql: 'r.planned_at' },
    sent_at: { kind: 'instant', sql: 'r.sent_at' },
    bounced_at: { kind: 'instant', sql: 'r.bounced_at' },
    attempts: { kind: 'whole', sql: 'r.attempts' },
    problem: { kind: 'text', sql: 'r.problem' },
    id: { kind: 'text', sql: 'r.id' },
  },
}

const notices: Listed = {
  from: 'notice r',
  key: "(r.account || ' ' || r.kind || ' ' || r.subject || ' ' || printf('%020d', r.shown_at))",
  fields: {
    account_id: { kind: 'account', sql: 'r.account' },
    kind: { kind: 'text', sql: 'r.kind' },
    // Null: about the account as a whole.
    group_id: { kind: 'group', sql: "nullif(r.subject, '')" },
    shown_at: { kind: 'instant', sql: 'r.shown_at' },
    removed_at: { kind: 'instant', sql: 'r.removed_at' },
  },
}

const directives: Listed = {
  from: 'directive r',
  key: 'r.id',
  fields: {
    account_id: { kind: 'account', sql: 'r.account' },
    seq: { kind: 'whole', sql: 'r.seq' },
    kind: { kind: 'text', sql: 'r.kind' },
    state: { kind: 'text', sql: 'r.state' },
    planned_at: { kind: 'instant', sql: 'r.planned_at' },
    handed_at: { kind: 'instant', sql: 'r.handed_at' },
    done_at: { kind: 'instant', sql: 'r.done_at' },
    error: { kind: 'text', sql: 'r.error' },
  },
  more: {
    names: ['payload'],
    of: (db, keys) =>
      new Map(
        keys.map((key) => [
          key,
          { payload: JSON.parse(db.get<{ payload: string }>('SELECT payload FROM directive WHERE id = ?', key)!.payload) as unknown },
        ]),
      ),
  },
}

const journal: Listed = {
  from: 'entry r',
  key: "printf('%016d', r.seq)",
  fields: {
    seq: { kind: 'whole', sql: 'r.seq' },
    at: { kind: 'instant', sql: 'r.at' },
    // A removed operator has no name any more.
    actor: { kind: 'text', sql: 'coalesce((SELECT o.name FROM operator o WHERE o.id = r.actor), r.actor)' },
    kind: { kind: 'text', sql: 'r.kind' },
    entity: { kind: 'text', sql: 'coalesce((SELECT x.external FROM external_id x WHERE x.entity = r.entity), r.entity)' },
    rule: { kind: 'text', sql: 'r.rule' },
    version: { kind: 'whole', sql: 'r.version' },
    account_id: { kind: 'account', sql: 'r.account' },
  },
}

/** What `list` prints. */
export const LISTS: Readonly<Record<string, Listed>> = {
  accounts,
  reviews,
  limits,
  segments,
  holds,
  maintenance,
  sharing,
  deliveries,
  messages,
  notices,
  directives,
  journal,
  purges,
}

/** Lists whose features aren't in this version: they hold nothing. Their fields, as the contract names them; null: it names none. */
export const EMPTY_LISTS: Readonly<Record<string, readonly string[] | null>> = {
  tickets: ['ticket_id', 'account_id', 'lead_id', 'kind', 'state', 'due_at', 'assignee'],
  goodwill: null,
  documents: null,
  requests: null,
}
