import type { Value } from '@kernel/database/index'
import { ACCOUNTS, distinctEntities, entityTaker, textOf, type Changes, type Copies, type FeedRow, type Taking } from '@kernel/feeds/index'
import { record } from '@kernel/journal/index'
import { addTokens, fold, replaceTokens, tokensOf } from '@kernel/search/index'
import type { Unit } from '@kernel/unit'
import { planConfirmed, planSuperseded } from '../events'
import { planMove, type PlanDecision } from './plan-move'

const { at } = ACCOUNTS

const COPIES: Copies = [
  ['company', at.company],
  ['registration_no', at.registration_no],
  ['country', at.country],
  ['street', at.street],
  ['city', at.city],
  ['postal_code', at.postal_code],
  ['email', at.email],
  ['phone', at.phone],
  ['language', at.language],
  ['time_zone', at.time_zone],
  ['plan_change', at.plan_change],
  ['trial', at.trial],
  ['trial_ends_on', at.trial_ends_on],
  ['consumer', at.consumer],
  ['upgrade_consent', at.upgrade_consent],
  ['billing_cycle_end', at.billing_cycle_end],
  ['created_at', at.created_at],
  ['last_login_at', at.last_login_at],
  ['last_activity_at', at.last_activity_at],
  ['credit_minor', at.credit_minor],
  ['quota_total', at.quota_total],
  ['quota_used', at.quota_used],
  ['domain', at.domain],
  ['removed_at', at.removed_at],
]

interface Context {
  /** Internal uuids by platform id. */
  readonly plans: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  readonly decisions: ReadonlyMap<string, PlanDecision>
  /** What the plan decision of a row comes to, until it is journaled. */
  readonly settled: Map<string, 'confirmed' | 'superseded'>
}

/** In a preview: a plan or team that an earlier file brings in. It equals no stored one. */
const ANNOUNCED = 'announced'

export const accountFeed = entityTaker<Context>({
  kind: 'accounts',
  entity: 'account',
  table: 'account',
  versioned: true,
  id: at.account_id,
  copies: COPIES,

  prepare({ db }, rows, ids) {
    const stored = JSON.stringify(ids.filter((id) => id !== undefined))
    const decisions = db.all<PlanDecision>(
      'SELECT d.account, d.from_plan, d.to_plan, d.decided_at, d.confirmed_at FROM json_each(?) AS j CROSS JOIN plan_decision AS d ON d.account = j.value',
      stored,
    )
    return {
      plans: distinctEntities(
        db,
        'plan',
        rows.map(({ values }) => values[at.plan_id]),
      ),
      teams: distinctEntities(
        db,
        'team',
        rows.map(({ values }) => values[at.team_id]),
      ),
      decisions: new Map(decisions.map((decision) => [decision.account, decision])),
      settled: new Map(),
    }
  },

  acceptable(taking, row, { plans, teams }, stored) {
    if (stored?.['status'] === 'erased') return refuse(taking, row, 'account_id', 'erased')
    const plan = textOf(row, at.plan_id)
    if (!plans.has(plan) && !taking.announced.has('plans', plan)) return refuse(taking, row, 'plan_id', 'unknown_reference')
    const team = row.values[at.team_id]
    if (typeof team === 'string' && !teams.has(team) && !taking.announced.has('teams', team))
      return refuse(taking, row, 'team_id', 'unknown_reference')
    return true
  },

  extra(row, { plans, teams }) {
    const plan = plans.get(textOf(row, at.plan_id))!
    return { company_key: fold(textOf(row, at.company)), plan, reported_plan: plan, team: teamOf(row, teams) ?? null }
  },

  moves(_taking, row, { plans, teams, decisions, settled }, stored, copied) {
    let changes: Changes | null = copied
    const set = (column: string, value: Value): void => void ((changes ??= {})[column] = value)
    if (copied !== null && 'company' in copied) set('company_key', fold(textOf(row, at.company)))
    const team = teamOf(row, teams)
    if (team !== undefined && team !== stored['team']) set('team', team)
    const reported = plans.get(textOf(row, at.plan_id)) ?? ANNOUNCED
    const move = planMove({ reported, observedAt: row.observedAt, current: stored['plan'] as string, decision: decisions.get(stored.id) })
    if (move.plan !== stored['plan']) set('plan', move.plan)
    if (reported !== stored['reported_plan']) set('reported_plan', reported)
    if (move.decision !== 'stands') settled.set(stored.id, move.decision)
    // A confirmation is a change even where every column already says so.
    if (move.decision === 'confirmed' && changes === null) set('reported_plan', reported)
    return { changes, awaited: move.awaited }
  },

  foreseen(taking, _row, stored, changes) {
    if (stored === null || changes === null || !('removed_at' in changes)) return
    const back = changes['removed_at'] === null
    // Blocked or ended, it stays closed whatever the platform shows.
    if (stored['removed_at'] !== null && back) taking.touch(stored.id)
    taking.announced.accounts.set(stored.id, back)
  },

  inserted(unit, _taking, rows) {
    addTokens(
      unit.db,
      'account',
      rows.map(({ id, row }) => ({ entity: id, tokens: wordsOf(row) })),
    )
  },

  updated(unit, taking, row, stored, changes, { settled }) {
    const decision = settled.get(stored.id)
    if (decision !== undefined) settle(unit, stored.id, decision)
    if ('company' in changes || 'email' in changes || 'domain' in changes) {
      const id = textOf(row, at.account_id)
      const domain = row.values[at.domain] === undefined ? (stored['domain'] as string | null) : row.values[at.domain]
      const before = tokensOf([stored['company'] as string, id, stored['email'] as string, stored['domain'] as string | null])
      replaceTokens(unit.db, 'account', stored.id, before, tokensOf([textOf(row, at.company), id, textOf(row, at.email), domain as string | null]))
    }
    taking.touch(stored.id)
  },
})

function refuse(taking: Taking, row: FeedRow, column: string, code: string): false {
  taking.refuse(row, column, code)
  return false
}

/** undefined: the column is absent. */
function teamOf(row: FeedRow, teams: ReadonlyMap<string, string>): string | null | undefined {
  const team = row.values[at.team_id]
  return typeof team === 'string' ? (teams.get(team) ?? ANNOUNCED) : (team as null | undefined)
}

function wordsOf({ values }: FeedRow): string[] {
  return tokensOf([values[at.company], values[at.account_id], values[at.email], values[at.domain]] as (string | null | undefined)[])
}

function settle(unit: Unit, account: string, decision: 'confirmed' | 'superseded'): void {
  const version = unit.db.get<{ version: number }>('SELECT version FROM account WHERE id = ?', account)!.version
  record(unit, decision === 'confirmed' ? planConfirmed : planSuperseded, { entity: account, account, version, rule: 'FED-07', body: {} })
}
