import type { SegmentSelection } from '@contract/segments'
import { HOUR } from '@kernel/calendar/index'
import { record } from '@kernel/journal/index'
import { planMessage } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { chosenSegments } from '../selection'
import { readSegmentSettings } from '../settings'
import { cancelled, moved, named, planned } from './events'
import { accountsIn, loadWindow, type Window } from './store'
import { stepPart } from './tasks'

/** So many accounts start or end with the command itself; of more, the scheduler takes the rest, so that windows keep answering. */
const AT_ONCE = 200
const MOST_LISTED = 10_000

interface Planning {
  readonly selection: SegmentSelection
  readonly startsAt: number
  readonly endsAt: number
  readonly text?: string | null | undefined
  readonly emergency?: string | null | undefined
}

/**
 * SEG-06. Instants in ms UTC. One message to each account, as long before the start as the settings say.
 * @throws Refusal `window_in_past`, `window_ends_first`, `emergency_needed`, `id_unknown`, `nothing_chosen`
 */
export function planMaintenance(unit: Unit, { selection, startsAt, endsAt, text, emergency }: Planning): { id: string; segments: number; accounts: number } {
  const { now, db } = unit
  const { noticeHours } = readSegmentSettings(db)
  if (startsAt < now) throw new Refusal('window_in_past')
  if (endsAt <= startsAt) throw new Refusal('window_ends_first')
  const soon = startsAt - noticeHours * HOUR < now
  if (soon && emergency == null) throw new Refusal('emergency_needed', { hours: noticeHours })
  const chosen = chosenSegments(db, selection)
  const id = unit.ids.next()
  const toldFrom = Math.max(now, startsAt - noticeHours * HOUR)
  const body = { starts: startsAt, ends: endsAt, told_from: toldFrom, emergency: soon }
  const detail = { text: text ?? '', ...(emergency == null ? {} : { emergency }) }
  record(unit, planned, { entity: id, account: null, version: 1, rule: 'SEG-06', body, after: 'planned', detail })
  let count = 0
  for (const [account, segments] of chosen) {
    for (let at = 0; at < segments.length; at += MOST_LISTED)
      record(unit, named, { entity: id, account, version: 1, rule: 'SEG-06', body: { starts: startsAt, segments: segments.slice(at, at + MOST_LISTED) } })
    count += segments.length
    if (startsAt > now)
      planMessage(unit, {
        key: `segments/${account}/maintenance/${id}/ahead`,
        account,
        template: 'segments.maintenance_ahead',
        rule: 'SEG-06',
        params: { window: id },
        notBefore: toldFrom,
      })
  }
  atOnce(unit, id)
  changed(unit)
  return { id, segments: count, accounts: chosen.size }
}

interface Target {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** SEG-06: another end; customers who were told hear of it. @throws Refusal `window_missing`, `window_changed`, `window_over`, `window_ends_first` */
export function extendMaintenance(unit: Unit, { endsAt, ...target }: Target & { endsAt: number }): null {
  const window = open(unit, target)
  if (endsAt <= unit.now || endsAt <= window.startsAt) throw new Refusal('window_ends_first')
  if (endsAt === window.endsAt) return null
  move(unit, window, endsAt, target.reason)
  if (window.toldFrom <= unit.now) tellParts(unit, window, 'maintenance_changed')
  return null
}

/** SEG-06: over now; its segments run again. @throws Refusal `window_missing`, `window_changed`, `window_over`, `window_not_started` */
export function endMaintenance(unit: Unit, target: Target): null {
  const window = open(unit, target)
  if (window.startsAt >= unit.now) throw new Refusal('window_not_started')
  move(unit, window, unit.now, target.reason)
  atOnce(unit, window.id)
  return null
}

/** SEG-06: before it starts. @throws Refusal `window_missing`, `window_changed`, `window_over`, `window_started` */
export function cancelMaintenance(unit: Unit, target: Target): null {
  const window = open(unit, target)
  if (unit.db.get("SELECT 1 FROM maintenance_account WHERE maintenance = ? AND state <> 'planned' LIMIT 1", window.id) !== undefined)
    throw new Refusal('window_started')
  const detail = { reason: target.reason }
  record(unit, cancelled, { entity: window.id, account: null, version: window.version + 1, rule: 'SEG-06', body: {}, after: 'cancelled', detail })
  tellParts(unit, window, 'maintenance_cancelled')
  changed(unit)
  return null
}

function open(unit: Unit, { id, version }: Target): Window {
  const window = loadWindow(unit.db, id)
  if (window === null) throw new Refusal('window_missing')
  if (window.version !== version) throw new Refusal('window_changed')
  if (unit.db.get("SELECT 1 FROM maintenance_account WHERE maintenance = ? AND state <> 'over' LIMIT 1", id) === undefined)
    throw new Refusal('window_over')
  return window
}

function move(unit: Unit, window: Window, endsAt: number, reason: string): void {
  record(unit, moved, { entity: window.id, account: null, version: window.version + 1, rule: 'SEG-06', body: { ends: endsAt }, detail: { reason } })
  changed(unit)
}

function tellParts(unit: Unit, { id, version }: Window, template: string): void {
  for (const account of accountsIn(unit.db, id))
    planMessage(unit, {
      key: `segments/${account}/maintenance/${id}/${template}/${version + 1}`,
      account,
      template: `segments.${template}`,
      rule: 'SEG-06',
      params: { window: id, version: version + 1 },
    })
}

function atOnce(unit: Unit, id: string): void {
  for (const account of accountsIn(unit.db, id).slice(0, AT_ONCE)) stepPart(unit, id, account)
}

const changed = (unit: Unit): void => unit.changed('segments', 'today')
