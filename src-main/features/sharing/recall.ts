import { externalId } from '@features/accounts/index'
import type { WriteDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { issueDirective, planMessage } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { recallAcknowledged, recalled } from './events'
import { deliveriesOfLead, loadDelivery, type Delivery } from './store'

/** SHR-10: name, phone and e-mail go; each receiver of a delivery is told to delete what it has. `lead`: internal uuid. */
export function eraseLead(unit: Unit, lead: string): void {
  unit.db.run('UPDATE lead SET name = NULL, phone = NULL, email = NULL, erased_at = ? WHERE id = ? AND erased_at IS NULL', unit.now, lead)
  for (const delivery of deliveriesOfLead(unit.db, lead)) {
    if (delivery.state !== 'delivered') continue
    record(unit, recalled, {
      entity: delivery.id,
      account: delivery.receiver,
      version: delivery.version + 1,
      rule: 'SHR-10',
      body: {},
      before: 'delivered',
      after: 'recalled',
    })
    tellRecall(unit, delivery)
  }
  unit.changed('sharing', 'today')
}

/** The receiver's task: a directive that names the lead, and a message that says what to do. */
export function tellRecall(unit: Unit, { id, lead, automation, receiver }: Delivery): void {
  issueDirective(unit, receiver, 'lead_recalled', {
    lead: externalId(unit.db, 'lead', lead),
    automation: externalId(unit.db, 'automation', automation),
    delivery: id,
  })
  planMessage(unit, {
    key: `sharing/${id}/recall`,
    account: receiver,
    template: 'sharing.recall',
    rule: 'SHR-10',
    params: { automation, delivery: id },
  })
}

export function acknowledge(unit: Unit, delivery: Delivery, reason: string | null): void {
  const { id, receiver, version, state } = delivery
  const detail = reason === null ? null : { reason }
  record(unit, recallAcknowledged, {
    entity: id,
    account: receiver,
    version: version + 1,
    rule: 'SHR-10',
    body: {},
    before: state,
    after: state,
    detail,
  })
  unit.changed('sharing', 'today')
}

/** MSG-05: the platform carried the recall out for the receiver. */
export function recallDone(unit: Unit, directive: { kind: string; payload: Record<string, unknown> }, done: boolean): void {
  if (directive.kind !== 'lead_recalled' || !done) return
  const delivery = loadDelivery(unit.db, String(directive.payload['delivery']))
  if (delivery !== null && isRecallOpen(delivery)) acknowledge(unit, delivery, null)
}

export const isRecallOpen = ({ recalled_at, acknowledged_at }: Delivery): boolean => recalled_at !== null && acknowledged_at === null

/** SHR-08: journal details that hold the message go with it. */
export function eraseDetails(db: WriteDb, delivery: string): void {
  db.run(
    "DELETE FROM detail WHERE entry_id IN (SELECT id FROM entry WHERE entity = ? AND kind IN ('sharing.delivered', 'sharing.quarantined', 'sharing.refused'))",
    delivery,
  )
}
