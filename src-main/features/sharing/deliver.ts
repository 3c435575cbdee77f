import type { ConditionName } from '@contract/sharing'
import { externalId } from '@features/accounts/index'
import { addLocalMonths } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { issueDirective } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { judgedEvents, retentionDated } from './events'
import { leadFacts, loadAutomation, setupFacts, wasPaused, type Automation } from './facts'
import { conditionsOf, judgeClick, missingOf, type Clicked, type Judged } from './rules'
import { deliveryOf, loadSetup, type Delivery } from './store'

export interface Click extends Clicked {
  readonly id: string
  readonly lead: string
  readonly link: string
}

/** SHR-05: every automation of the sender that waits for this link. Called with the fact, in its transaction. */
export function clickTaken(unit: Unit, click: Click): void {
  const automations = unit.db.all<{ id: string }>(
    `SELECT t.id FROM lead l CROSS JOIN automation t ON t.link = ? AND t.account = l.account AND t.removed_at IS NULL WHERE l.id = ? ORDER BY t.id`,
    click.link,
    click.lead,
  )
  for (const { id } of automations) {
    const automation = loadAutomation(unit.db, id)!
    const before = deliveryOf(unit.db, click.lead, id)
    const { judged, conditions } = judge(unit.db, automation, click, before, unit.now)
    if (judged !== null) carry(unit, { automation, click, before, judged, conditions })
  }
}

/** Reads only. `conditions`: as they were at the click. */
export function judge(db: ReadDb, automation: Automation, click: Omit<Click, 'id' | 'link'>, before: Delivery | null, now: number) {
  const conditions = conditionsOf(setupFacts(db, automation), click.clickedAt)
  const lead = leadFacts(db, click.lead, automation, click.clickedAt, now)
  const judged =
    lead === null
      ? null
      : judgeClick(before?.state ?? null, click, {
          active: loadSetup(db, automation.id)?.state === 'active',
          missing: missingOf(conditions),
          paused: wasPaused(db, automation.id, click.clickedAt),
          lead,
        })
  return { judged, conditions }
}

interface Carried {
  readonly automation: Automation
  readonly click: Pick<Click, 'id' | 'lead' | 'clickedAt'>
  readonly before: Delivery | null
  readonly judged: Judged
  readonly conditions: readonly { readonly name: ConditionName; readonly met: boolean }[]
}

/** State, journal and directive together. `reason`: what a person wrote. */
export function carry(unit: Unit, { automation, click, before, judged, conditions }: Carried, reason?: string): void {
  const { db } = unit
  const id = before?.id ?? unit.ids.next()
  const named = (met: boolean): ConditionName[] => conditions.filter((condition) => condition.met === met).map(({ name }) => name)
  const delivered = judged.state === 'delivered'
  record(unit, judgedEvents[judged.state], {
    entity: id,
    account: automation.account,
    version: (before?.version ?? 0) + 1,
    rule: delivered ? 'SHR-05' : judged.why === 'not_active' || judged.why === 'clicked_in_pause' ? 'SHR-06' : 'SHR-09',
    body: {
      lead: click.lead,
      automation: automation.id,
      receiver: automation.receiver,
      group: automation.group,
      click: click.id,
      clicked: click.clickedAt,
      why: judged.why,
      held: named(true),
      missing: named(false),
      terms: automation.terms,
      erase: delivered ? eraseAt(db, click.lead, automation.receiver, unit.now) : null,
    },
    before: before?.state ?? null,
    after: judged.state,
    detail: { message: before?.message ?? automation.smsText, termsUrl: automation.termsUrl, ...(reason === undefined ? {} : { reason }) },
  })
  if (delivered) {
    const strategy = db.get<{ strategy: string }>('SELECT strategy FROM strategy_group WHERE id = ?', automation.group)!.strategy
    issueDirective(unit, automation.receiver, 'lead_delivered', {
      lead: externalId(db, 'lead', click.lead),
      automation: externalId(db, 'automation', automation.id),
      sender: externalId(db, 'account', automation.account),
      strategy: externalId(db, 'strategy', strategy),
      strategy_group: externalId(db, 'strategy_group', automation.group),
    })
  }
  unit.changed('sharing', 'today')
}

/** SHR-08: months after the delivery, or after the end of a contract. */
const KEPT_MONTHS = 3

/** ms UTC, in the receiver's zone; null: a contract runs. */
function eraseAt(db: ReadDb, lead: string, receiver: string, deliveredAt: number): number | null {
  const zone = db.get<{ zone: string }>('SELECT time_zone AS zone FROM account WHERE id = ?', receiver)!.zone
  const contract = db.get<{ n: number; running: number; ended: number | null }>(
    'SELECT count(*) AS n, coalesce(sum(ended_at IS NULL), 0) AS running, max(ended_at) AS ended FROM lead_contract WHERE lead = ? AND account = ?',
    lead,
    receiver,
  )!
  if (contract.running > 0) return null
  return addLocalMonths(Math.max(deliveredAt, contract.ended ?? 0), KEPT_MONTHS, zone)
}

/** SHR-08: contracts of this lead with this receiver changed (internal uuids). */
export function contractTaken(unit: Unit, lead: string, receiver: string): void {
  const kept = unit.db.all<{ id: string; account: string; delivered_at: number; erase_at: number | null; version: number }>(
    "SELECT id, account, delivered_at, erase_at, version FROM delivery WHERE receiver = ? AND lead = ? AND state = 'delivered'",
    receiver,
    lead,
  )
  for (const { id, account, delivered_at, erase_at, version } of kept) {
    const erase = eraseAt(unit.db, lead, receiver, delivered_at)
    if (erase !== erase_at) record(unit, retentionDated, { entity: id, account, version: version + 1, rule: 'SHR-08', body: { erase } })
  }
}
