import { externalId } from '@features/accounts/index'
import { addLocalMonths } from '@kernel/calendar/index'
import { record } from '@kernel/journal/index'
import type { DueItem, StepReport, Task } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { defenceEnded, erased } from './events'
import { evaluateSetup } from './evaluate'
import { eraseDetails, tellRecall } from './recall'
import { loadDelivery } from './store'

interface SharingItem extends DueItem {
  readonly id: string
}

const report = (unit: Unit, step: string, entity: string, rule: string): StepReport => ({ at: unit.now, feature: 'sharing', step, entity, rule })

const STEPS = { opened: 'look', activated: 'activate', paused: 'pause', resumed: 'resume', waits_changed: 'look', ended: 'look' } as const

/** SHR-06: a term begins or ends: the setup pauses or resumes at that moment. */
export const lookTask: Task<SharingItem> = {
  feature: 'sharing',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(due_at) AS at FROM sharing_look WHERE due_at > ?', after)?.at ?? null,
  due: (db, { now, limit }) =>
    db
      .all<{ id: string; account: string; due_at: number }>(
        `SELECT k.automation AS id, t.account, k.due_at FROM sharing_look k JOIN automation t ON t.id = k.automation
         WHERE k.due_at <= ? ORDER BY k.due_at, k.automation LIMIT ?`,
        now,
        limit,
      )
      .map(({ id, account, due_at }) => ({ key: `sharing/${id}`, step: 'look', dueAt: due_at, account, id })),
  carryOut(unit, { id, dueAt }) {
    const happened = evaluateSetup(unit, id, dueAt)
    return happened === null ? [] : [report(unit, STEPS[happened], externalId(unit.db, 'automation', id), 'SHR-06')]
  },
}

/** SHR-08: from the delivery on. */
const DEFENCE_MONTHS = 15 * 12

/** SHR-08: what was received goes; erasing waits while the clock is in doubt (SCH-03). */
export const eraseTask: Task<SharingItem> = {
  feature: 'sharing',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(erase_at) AS at FROM delivery WHERE erase_at > ?', after)?.at ?? null,
  due: (db, { now, limit, reversibleOnly }) =>
    reversibleOnly
      ? []
      : db
          .all<{ id: string; receiver: string; erase_at: number }>(
            'SELECT id, receiver, erase_at FROM delivery WHERE erase_at <= ? ORDER BY erase_at, id LIMIT ?',
            now,
            limit,
          )
          .map(({ id, receiver, erase_at }) => ({ key: `sharing-erase/${id}`, step: 'erase', dueAt: erase_at, account: receiver, id })),
  carryOut(unit, { id }) {
    const delivery = loadDelivery(unit.db, id)
    if (delivery?.erase_at == null || delivery.erase_at > unit.now) return []
    const zone = unit.db.get<{ zone: string }>('SELECT time_zone AS zone FROM account WHERE id = ?', delivery.receiver)!.zone
    record(unit, erased, {
      entity: id,
      account: delivery.receiver,
      version: delivery.version + 1,
      rule: 'SHR-08',
      body: { defence: addLocalMonths(delivery.delivered_at ?? delivery.at, DEFENCE_MONTHS, zone) },
      before: delivery.state,
      after: 'erased',
    })
    eraseDetails(unit.db, id)
    if (delivery.recalled_at === null) tellRecall(unit, delivery)
    unit.changed('sharing', 'today')
    return [report(unit, 'erase', externalId(unit.db, 'lead', delivery.lead), 'SHR-08')]
  },
}

/** SHR-08: the claim-defence record goes too. */
export const defenceTask: Task<SharingItem> = {
  feature: 'sharing',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(defence_until) AS at FROM delivery WHERE defence_until > ?', after)?.at ?? null,
  due: (db, { now, limit, reversibleOnly }) =>
    reversibleOnly
      ? []
      : db
          .all<{ id: string; receiver: string; defence_until: number }>(
            'SELECT id, receiver, defence_until FROM delivery WHERE defence_until <= ? ORDER BY defence_until, id LIMIT ?',
            now,
            limit,
          )
          .map(({ id, receiver, defence_until }) => ({
            key: `sharing-defence/${id}`,
            step: 'end_defence',
            dueAt: defence_until,
            account: receiver,
            id,
          })),
  carryOut(unit, { id }) {
    const delivery = loadDelivery(unit.db, id)
    if (delivery?.defence_until == null || delivery.defence_until > unit.now) return []
    record(unit, defenceEnded, { entity: id, account: delivery.receiver, version: delivery.version + 1, rule: 'SHR-08', body: {}, before: 'erased' })
    return [report(unit, 'end_defence', externalId(unit.db, 'lead', delivery.lead), 'SHR-08')]
  },
}
