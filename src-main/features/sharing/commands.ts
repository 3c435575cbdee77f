import type { ParsedInput } from '@contract/index'
import { entityOf } from '@features/accounts/index'
import type { ReadDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { carry } from './deliver'
import { leadErased } from './events'
import { leadFacts, loadAutomation, setupFacts } from './facts'
import { acknowledge, eraseLead, isRecallOpen } from './recall'
import { conditionsOf, leadBar } from './rules'
import { loadDelivery, loadSetup, type Delivery } from './store'

function quarantined(db: ReadDb, { id, version }: { id: string; version: number }): Delivery {
  const delivery = known(db, { id, version })
  if (delivery.state !== 'quarantined') throw new Refusal('delivery_not_quarantined', { state: delivery.state })
  return delivery
}

function known(db: ReadDb, { id, version }: { id: string; version: number }): Delivery {
  const delivery = loadDelivery(db, id)
  if (delivery === null) throw new Refusal('delivery_missing')
  if (delivery.version !== version) throw new Refusal('delivery_changed')
  return delivery
}

const clickOf = ({ click, lead, clicked_at }: Delivery) => ({ id: click, lead, clickedAt: clicked_at })

/** SHR-09: found genuine. What holds now must hold too. */
export function release(unit: Unit, input: ParsedInput<'sharing.release'>): null {
  const { db, now } = unit
  const delivery = quarantined(db, input)
  const automation = loadAutomation(db, delivery.automation)!
  if (loadSetup(db, automation.id)?.state !== 'active') throw new Refusal('sharing_not_active')
  const lead = leadFacts(db, delivery.lead, automation, delivery.clicked_at, now)
  const bar = lead === null ? 'lead_erased' : leadBar(lead)
  if (bar !== null) throw new Refusal('lead_barred', { why: bar })
  const conditions = conditionsOf(setupFacts(db, automation), delivery.clicked_at)
  carry(unit, { automation, click: clickOf(delivery), before: delivery, judged: { state: 'delivered', why: null }, conditions }, input.reason)
  return null
}

/** SHR-09: found false; a later click of the lead itself counts anew. */
export function dismiss(unit: Unit, input: ParsedInput<'sharing.dismiss'>): null {
  const delivery = quarantined(unit.db, input)
  const automation = loadAutomation(unit.db, delivery.automation)!
  const conditions = conditionsOf(setupFacts(unit.db, automation), delivery.clicked_at)
  const judged = { state: 'refused', why: 'found_false' } as const
  carry(unit, { automation, click: clickOf(delivery), before: delivery, judged, conditions }, input.reason)
  return null
}

export function acknowledgeRecall(unit: Unit, input: ParsedInput<'sharing.acknowledge_recall'>): null {
  const delivery = known(unit.db, input)
  if (!isRecallOpen(delivery)) throw new Refusal('recall_not_open')
  acknowledge(unit, delivery, input.reason)
  return null
}

export function eraseOnRequest(unit: Unit, { leadId, reason }: ParsedInput<'sharing.erase_lead'>): null {
  const lead = entityOf(unit.db, 'lead', leadId)
  const row =
    lead === null ? undefined : unit.db.get<{ account: string; erased_at: number | null }>('SELECT account, erased_at FROM lead WHERE id = ?', lead)
  if (lead === null || row === undefined) throw new Refusal('lead_missing')
  if (row.erased_at !== null) throw new Refusal('lead_barred', { why: 'lead_erased' })
  record(unit, leadErased, { entity: lead, account: row.account, version: 1, rule: 'SHR-10', body: {}, detail: { reason } })
  eraseLead(unit, lead)
  return null
}
