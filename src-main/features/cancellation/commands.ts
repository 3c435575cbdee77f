import type { ParsedInput } from '@contract/index'
import type { CancellationState } from '@contract/retention'
import { record, type Detail } from '@kernel/journal/index'
import { planMessage, removeNotice, showNotice, withdrawMessage } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { addReason, liftReason, setCancelled } from '@features/accounts/index'
import { dropPurge, planPurge } from '@features/retention/index'
import { moved, requested } from './events'
import { accessEndsAt, lapsesAt, lastDayOf, refuseShortcut, refuseStranger, refuseTrial, type Asking, type Leaving } from './rules'
import { askingOf, latestOf, leavingOf, type Cancellation } from './store'

type Answer = { id: string; state: CancellationState }

/** CAN-01, CAN-02: asked for; nothing changes before the settings contact has confirmed it. @throws Refusal `cycle_end_unknown` and those of the rules */
export function cancel(unit: Unit, input: ParsedInput<'cancellation.cancel'>): Answer {
  const leaving = leavingOf(unit.db, input.accountUuid)
  const asking = refuseStranger(askingOf(unit.db, input.accountUuid, input.contact))
  refuseShortcut(leaving, input)
  const said = { text: input.reasonText, questionnaire: input.questionnaire }
  return ask(unit, input.accountUuid, { leaving, asking, way: 'full', reason: input.reason, given: input.cycleEnd ?? null, said })
}

/** CAN-01: the shorter way: any contact on file, no questionnaire, no message to confirm. */
export function cancelTrial(unit: Unit, input: ParsedInput<'cancellation.cancel_trial'>): Answer {
  const leaving = leavingOf(unit.db, input.accountUuid)
  const asking = askingOf(unit.db, input.accountUuid, input.contact)
  if (asking === null || asking.removed) throw new Refusal('requester_unknown')
  refuseTrial(leaving, input.consent)
  const { id } = ask(unit, input.accountUuid, { leaving, asking, way: 'trial', reason: 'other', given: null, said: {} })
  carryOutCancel(unit, latestOf(unit.db, input.accountUuid)!)
  return { id, state: 'cancelled' }
}

interface Asked {
  leaving: Leaving
  asking: Asking
  way: 'full' | 'trial'
  reason: ParsedInput<'cancellation.cancel'>['reason']
  given: string | null
  said: Detail
}

function ask(unit: Unit, account: string, { leaving, asking, way, reason, given, said }: Asked): Answer {
  const lastDay = lastDayOf(leaving, unit.now, given)
  if (lastDay === null) throw new Refusal('cycle_end_unknown')
  const id = unit.ids.next()
  const code = String(unit.ids.bytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')
  const due = lapsesAt(unit.now, leaving.zone)
  record(unit, requested, {
    entity: id,
    account,
    version: 1,
    rule: 'CAN-01',
    body: { way, contact: asking.id, reason, last_day: lastDay, zone: leaving.zone, due },
    after: 'requested',
    detail: { ...said, code },
  })
  if (way === 'full') send(unit, account, 'confirm', id, 'CAN-01', { contact: asking.id })
  unit.changed('cancellation', 'accounts')
  return { id, state: 'requested' }
}

/** CAN-01, CAN-03. @throws Refusal `nothing_to_confirm`, `code_wrong`, `account_closed`, `requester_without_access` */
export function confirm(unit: Unit, { accountUuid, code }: ParsedInput<'cancellation.confirm'>): null {
  const current = latestOf(unit.db, accountUuid)
  if (current?.state !== 'requested') throw new Refusal('nothing_to_confirm')
  refuseStranger(askingOf(unit.db, accountUuid, current.contact))
  if (leavingOf(unit.db, accountUuid).closed) throw new Refusal('account_closed')
  if (codeOf(current) !== code) throw new Refusal('code_wrong')
  carryOutCancel(unit, current)
  return null
}

export const codeOf = ({ said }: Cancellation): string | null => (said === null ? null : (JSON.parse(said) as { code: string }).code)

function carryOutCancel(unit: Unit, current: Cancellation): void {
  move(unit, current, 'cancelled', accessEndsAt(current.last_day, current.zone), 'CAN-03')
  withdrawMessage(unit, messageKey('confirm', current.id), 'CAN-03')
  setCancelled(unit, current.account, true)
  showNotice(unit, current.account, 'cancelled')
  send(unit, current.account, 'cancelled', current.id, 'CAN-03')
}

/** CAN-03: by a settings contact, before the end of the cycle. @throws Refusal `not_cancelled`, `requester_unknown`, `requester_without_access` */
export function withdraw(unit: Unit, { accountUuid, contact, reason }: ParsedInput<'cancellation.withdraw'>): null {
  const current = latestOf(unit.db, accountUuid)
  if (current === null || (current.state !== 'requested' && current.state !== 'cancelled')) throw new Refusal('not_cancelled')
  if (current.state === 'cancelled' && current.due_at !== null && unit.now >= current.due_at) throw new Refusal('access_has_ended')
  refuseStranger(askingOf(unit.db, accountUuid, contact))
  move(unit, current, 'withdrawn', null, 'CAN-03', { reason })
  undo(unit, current)
  if (current.state === 'cancelled') send(unit, accountUuid, 'withdrawn', current.id, 'CAN-03')
  return null
}

/** CAN-01: nobody confirmed it. */
export function lapse(unit: Unit, current: Cancellation): void {
  move(unit, current, 'lapsed', null, 'CAN-01')
  undo(unit, current)
}

function undo(unit: Unit, { id, account }: Cancellation): void {
  withdrawMessage(unit, messageKey('confirm', id), 'CAN-03')
  withdrawMessage(unit, messageKey('cancelled', id), 'CAN-03')
  removeNotice(unit, account, 'cancelled')
  setCancelled(unit, account, false)
}

/** CAN-03, CAP-03, RET-01: access ends; what depends on it follows through the listeners, and the purge is planned. */
export function endAccess(unit: Unit, current: Cancellation): void {
  const { account } = current
  move(unit, current, 'ended', null, 'CAN-03')
  removeNotice(unit, account, 'cancelled')
  addReason(unit, account, 'access_ended', 'CAN-03')
  setCancelled(unit, account, false)
  planPurge(unit, account, current.last_day, current.zone)
  follow(unit, account)
  send(unit, account, 'ended', current.id, 'CAN-03')
}

/** CAN-05: before erasure. @throws Refusal `not_ended`, `requester_unknown`, `requester_without_access` */
export function reopen(unit: Unit, { accountUuid, contact, reason }: ParsedInput<'cancellation.reopen'>): null {
  const current = latestOf(unit.db, accountUuid)
  const status = unit.db.get<{ status: string }>('SELECT status FROM account WHERE id = ?', accountUuid)?.status
  if (current?.state !== 'ended' || status === 'erased') throw new Refusal('not_ended')
  refuseStranger(askingOf(unit.db, accountUuid, contact))
  move(unit, current, 'reopened', null, 'CAN-05', { reason })
  dropPurge(unit, accountUuid, 'CAN-05')
  withdrawMessage(unit, messageKey('ended', current.id), 'CAN-05')
  liftReason(unit, accountUuid, 'access_ended', 'CAN-05')
  follow(unit, accountUuid)
  send(unit, accountUuid, 'reopened', current.id, 'CAN-05')
  return null
}

function follow(unit: Unit, account: string): void {
  for (const listen of unit.catalog.listeners.accountsTouched) listen(unit, [account], null)
}

function move(unit: Unit, current: Cancellation, to: CancellationState, due: number | null, rule: string, detail: Detail | null = null): void {
  const { id, account, version, state } = current
  record(unit, moved, { entity: id, account, version: version + 1, rule, body: { to, due }, before: state, after: to, detail })
  unit.changed('cancellation', 'accounts', 'today')
}

export const messageKey = (name: string, id: string): string => `cancellation/${id}/${name}`

function send(unit: Unit, account: string, name: string, id: string, rule: string, params: Record<string, unknown> = {}): void {
  planMessage(unit, { key: messageKey(name, id), account, template: `cancellation.${name}`, rule, params: { ...params, cancellation: id } })
}
