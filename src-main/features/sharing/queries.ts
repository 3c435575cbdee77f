import type { Condition, DeliveryRow, MatrixCell, SharingSetup, WhatIf } from '@contract/sharing'
import type { ParsedInput } from '@contract/index'
import type { Page } from '@contract/define'
import { entityOf, externalId } from '@features/accounts/index'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { judge } from './deliver'
import { loadAutomation, namesIn, setupFacts, type Automation } from './facts'
import { conditionsOf, stepsOf } from './rules'
import { checkSms } from './sms'
import { deliveryOf, deliveryPage, loadSetup } from './store'

function automationNamed(db: ReadDb, automationId: string): Automation {
  const id = entityOf(db, 'automation', automationId)
  const automation = id === null ? null : loadAutomation(db, id)
  if (automation === null) throw new Refusal('automation_missing')
  return automation
}

/** SHR-01, SHR-02 */
export function setupView(db: ReadDb, now: number, { automationId }: ParsedInput<'sharing.get'>): SharingSetup {
  const automation = automationNamed(db, automationId)
  const facts = setupFacts(db, automation)
  const setup = loadSetup(db, automation.id)
  return {
    id: automation.id,
    automationId,
    sender: externalId(db, 'account', automation.account),
    receiver: externalId(db, 'account', automation.receiver),
    state: setup?.state ?? 'draft',
    steps: stepsOf(conditionsOf(facts, now)),
    sms: {
      ...checkSms(automation.smsText, { terms: automation.terms, url: automation.termsUrl }),
      text: automation.smsText,
      waitMinutes: automation.waitMinutes,
    },
    companyFields: [...facts.companyFields],
    deliveries: deliveredCount(db, automation.id),
    version: setup?.version ?? 0,
  }
}

const deliveredCount = (db: ReadDb, automation: string): number =>
  db.get<{ n: number }>("SELECT count(*) AS n FROM delivery WHERE automation = ? AND state IN ('delivered', 'recalled', 'erased')", automation)!.n

/** SHR-07: only pairs with a setup. */
export function matrix(db: ReadDb, { teamId }: ParsedInput<'sharing.matrix'>): MatrixCell[] {
  const team = entityOf(db, 'team', teamId)
  if (team === null) throw new Refusal('team_missing')
  const setups = db.all<{ account: string; receiver: string; state: 'draft' | 'active' | 'paused'; waits_for: string }>(
    `SELECT s.account, s.receiver, s.state, s.waits_for FROM account a JOIN sharing_setup s ON s.account = a.id
     WHERE a.team = ? AND s.state <> 'ended' ORDER BY s.account, s.receiver`,
    team,
  )
  const cells = new Map<string, MatrixCell>()
  for (const { account, receiver, state, waits_for } of setups) {
    const key = account + receiver
    const cell = cells.get(key) ?? {
      sender: externalId(db, 'account', account),
      receiver: externalId(db, 'account', receiver),
      active: 0,
      paused: 0,
      draft: 0,
      waitsFor: [],
    }
    cell[state] += 1
    cell.waitsFor = [...new Set([...cell.waitsFor, ...namesIn(waits_for)])]
    cells.set(key, cell)
  }
  return [...cells.values()]
}

/** SHR-07: as if the lead clicked at `now` (ms UTC), by hand and not in haste. */
export function whatIf(db: ReadDb, now: number, { automationId, leadId }: ParsedInput<'sharing.what_if'>): WhatIf {
  const automation = automationNamed(db, automationId)
  const lead = entityOf(db, 'lead', leadId)
  const owner = lead === null ? undefined : db.get<{ account: string }>('SELECT account FROM lead WHERE id = ?', lead)?.account
  if (lead === null || owner !== automation.account) throw new Refusal('lead_missing')
  const before = deliveryOf(db, lead, automation.id)
  const { judged, conditions } = judge(db, automation, { lead, clickedAt: now, sentAt: null, userAgent: null }, before, now)
  const said = (outcome: WhatIf['outcome'], why: WhatIf['why'], met: Condition[]): WhatIf => ({ outcome, why, conditions: met })
  if (judged === null) return said(before?.state === 'quarantined' ? 'quarantined' : 'already', before?.why ?? null, conditions)
  return said(judged.state === 'delivered' ? 'deliver' : 'refuse', judged.why, conditions)
}

/** SHR-07, SHR-09 */
export function deliveries(db: ReadDb, { automationId, state, cursor, limit }: ParsedInput<'sharing.deliveries'>): Page<DeliveryRow> {
  const automation = automationNamed(db, automationId)
  const found = deliveryPage(db, automation.id, state ?? null, cursor ?? '', limit + 1)
  const rows = found.slice(0, limit).map((row): DeliveryRow => ({
    id: row.id,
    leadId: externalId(db, 'lead', row.lead),
    automationId,
    state: row.state,
    at: row.at,
    why: row.why,
    held: namesIn(row.held),
    missing: namesIn(row.missing),
    message: row.message,
    recalledAt: row.recalled_at,
    acknowledgedAt: row.acknowledged_at,
    version: row.version,
  }))
  return { rows, cursor: found.length > limit ? rows.at(-1)!.id : null }
}
