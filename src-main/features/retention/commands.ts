import type { ParsedInput } from '@contract/index'
import { isDate, localDate } from '@kernel/calendar/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { holdEnded, holdPlaced, purgeApproved, purgePlanned } from './events'
import { followHolds } from './purge'
import { holdEndsAt, nextLook, refuseDependent } from './rules'
import { candidacyOf, holdsOn, loadPurge, openPurgeOf, personOf } from './store'

/** RET-02: on any account that isn't erased. @throws Refusal `account_missing`, `account_erased`, `date_unknown`, `hold_in_past` */
export function hold(unit: Unit, { accountUuid, until, reason }: ParsedInput<'retention.hold'>): { id: string } {
  const account = unit.db.get<{ zone: string; status: string }>('SELECT time_zone AS zone, status FROM account WHERE id = ?', accountUuid)
  if (account === undefined) throw new Refusal('account_missing')
  if (account.status === 'erased') throw new Refusal('account_erased')
  if (!isDate(until)) throw new Refusal('date_unknown', { date: until })
  if (until < localDate(unit.now, account.zone)) throw new Refusal('hold_in_past')
  const id = unit.ids.next()
  const body = { until, ends: holdEndsAt(until, account.zone) }
  record(unit, holdPlaced, { entity: id, account: accountUuid, version: 1, rule: 'RET-02', body, detail: { reason } })
  followHolds(unit, accountUuid)
  unit.changed('retention', 'accounts')
  return { id }
}

/** RET-02. @throws Refusal `hold_missing` */
export function release(unit: Unit, { id, reason }: ParsedInput<'retention.release'>): null {
  const row = unit.db.get<{ account: string; version: number }>('SELECT account, version FROM legal_hold WHERE id = ? AND ended_at IS NULL', id)
  if (row === undefined) throw new Refusal('hold_missing')
  const { account, version } = row
  record(unit, holdEnded, { entity: id, account, version: version + 1, rule: 'RET-02', body: { ground: 'released' }, detail: { reason } })
  followHolds(unit, account)
  unit.changed('retention', 'accounts')
  return null
}

/** RET-03: the first of two. @throws Refusal `not_a_candidate`, `already_proposed` */
export function propose(unit: Unit, { accountUuid, reason }: ParsedInput<'retention.propose'>): { id: string } {
  const candidacy = candidacyOf(unit.db, accountUuid)
  if (candidacy === null) throw new Refusal('not_a_candidate')
  if (openPurgeOf(unit.db, accountUuid) !== null) throw new Refusal('already_proposed')
  const id = unit.ids.next()
  const body = {
    ground: 'inactive',
    state: 'approval',
    due: candidacy.since,
    ended_on: null,
    zone: candidacy.zone,
    next: null,
    erases: false,
  } as const
  record(unit, purgePlanned, { entity: id, account: accountUuid, version: 1, rule: 'RET-03', body, after: 'approval', detail: { reason } })
  unit.changed('retention', 'today')
  return { id }
}

/** RET-03: the second; the scheduler erases it next. @throws Refusal `purge_missing`, `not_waiting_for_second`, `not_a_candidate`, `legal_hold`, `second_is_first`, `second_not_independent` */
export function approve(unit: Unit, { id, reason }: ParsedInput<'retention.approve'>): null {
  const purge = loadPurge(unit.db, id)
  if (purge === null) throw new Refusal('purge_missing')
  if (purge.state !== 'approval' || purge.proposedBy === null) throw new Refusal('not_waiting_for_second')
  const second = unit.actor.kind === 'operator' ? personOf(unit.db, unit.actor.id) : null
  if (second === null) throw new Refusal('second_not_independent')
  refuseDependent(purge.proposedBy, second, unit.now)
  if (candidacyOf(unit.db, purge.account) === null) throw new Refusal('not_a_candidate')
  if (holdsOn(unit.db, purge.account).length > 0) throw new Refusal('legal_hold')
  const body = nextLook({ ...purge, state: 'planned' })
  const { account, version } = purge
  record(unit, purgeApproved, {
    entity: id,
    account,
    version: version + 1,
    rule: 'RET-03',
    body,
    before: 'approval',
    after: 'planned',
    detail: { reason },
  })
  unit.changed('retention', 'today')
  return null
}
