import type { SegmentSelection } from '@contract/segments'
import { externalId } from '@features/accounts/index'
import { record } from '@kernel/journal/index'
import { issueDirective } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { lift, place, tellHeld, tellReleased, type Holding } from './carry-out'
import { chosen, ended, raised, switchedOn } from './events'
import { maySegmentsRun, planOf, previewed } from './preview'
import { reconcile } from './reconcile'
import { inOrder } from './rules'
import { resolved } from './selection'
import { heldBy, loadSource, openHolds } from './store'

interface Bulk {
  readonly selection: SegmentSelection
  readonly reason: string
  readonly fingerprint?: string | null | undefined
}

/**
 * SEG-01: holds segments by hand, a source of its own for each account. `until`: ms UTC, the expected end, no more.
 * @throws Refusal `id_unknown`, `nothing_chosen`, `preview_outdated`, `until_in_past`
 */
export function hold(unit: Unit, { selection, reason, until = null, fingerprint }: Bulk & { until?: number | null | undefined }): { held: number; messages: number } {
  if (until !== null && until <= unit.now) throw new Refusal('until_in_past')
  const { parts } = previewed(planOf(unit.db, 'hold', selection), fingerprint)
  const done = { held: 0, messages: 0 }
  for (const [account, { segments }] of parts) {
    const holding: Holding = { account, cause: 'operator', source: unit.ids.next(), version: 1, rule: 'SEG-01' }
    const body = { cause: 'operator' as const, stage: 1, until }
    record(unit, raised, { entity: holding.source, account, version: 1, rule: 'SEG-01', body, after: 'holding', detail: { reason } })
    tellHeld(unit, holding, place(unit, holding, segments, until), 1)
    done.held += segments.length
    done.messages += 1
  }
  return done
}

/**
 * SEG-05: lifts operators' holds; every other cause lifts by its own rule only.
 * @throws Refusal `id_unknown`, `nothing_chosen`, `nothing_to_release`, `preview_outdated`
 */
export function release(unit: Unit, { selection, reason, fingerprint }: Bulk): { released: number; messages: number } {
  const { parts } = previewed(planOf(unit.db, 'release', selection), fingerprint)
  const done = { released: 0, messages: 0 }
  for (const [account, { segments, holds }] of parts) {
    for (const source of new Set(holds.map((one) => one.source))) {
      const own = holds.filter((one) => one.source === source).map(({ segment }) => segment)
      letGo(unit, { account, source, segments: own }, reason)
      done.messages += 1
    }
    done.released += segments.length
  }
  return done
}

/** Lifts a source's holds on these segments of an account; with the last of them the source is over. */
function letGo(unit: Unit, { account, source: id, segments }: { account: string; source: string; segments: readonly string[] }, reason: string): void {
  const source = loadSource(unit.db, id)
  if (source === null) throw new Error('a hold without a source')
  const holding: Holding = { account, cause: source.cause, source: id, version: source.version, rule: 'SEG-05' }
  const entries = lift(unit, holding, segments)
  if (entries.length > 0) tellReleased(unit, holding, entries)
  if (unit.db.get('SELECT 1 FROM segment_hold WHERE source = ? AND released_at IS NULL LIMIT 1', id) !== undefined) return
  end(unit, id, source, account, reason)
}

function end(unit: Unit, id: string, source: { version: number; state: string }, account: string | null, reason: string): void {
  const base = { entity: id, account, version: source.version + 1, rule: 'SEG-05' }
  const blocked = unit.db.get<{ newly_blocked: number | null }>('SELECT newly_blocked FROM hold_source WHERE id = ?', id)?.newly_blocked ?? null
  record(unit, ended, { ...base, body: { newly_blocked: blocked }, before: source.state, after: 'over', detail: { reason } })
  unit.changed('segments', 'accounts', 'today')
}

/**
 * SEG-05: an operator's click, where the policy asks for one. `source`: platform id or uuid.
 * @throws Refusal `source_unknown`, `no_click_awaited`
 */
export function confirmRelease(unit: Unit, { source: named, reason }: { source: string; reason: string }): { released: number } {
  const { db } = unit
  const id =
    db.get<{ id: string }>("SELECT x.entity AS id FROM external_id x JOIN hold_source h ON h.id = x.entity WHERE x.external = ? AND h.state = 'click' LIMIT 1", named)?.id ??
    named
  const source = loadSource(db, id)
  if (source === null) throw new Refusal('source_unknown')
  if (source.state !== 'click') throw new Refusal('no_click_awaited', { state: source.state })
  const wholeBefore = source.cause === 'invoice' && source.stage === 2
  const accounts = db.all<{ account: string }>('SELECT DISTINCT account FROM segment_hold WHERE source = ? AND released_at IS NULL', id)
  const owners = source.account === null ? accounts.map(({ account }) => account) : [source.account]
  end(unit, id, source, source.account, reason)
  let released = 0
  for (const account of owners) {
    if (source.account !== null) reconcile(unit, account)
    const holding: Holding = { account, cause: source.cause, source: id, version: source.version + 1, rule: 'SEG-05' }
    const segments = heldBy(db, id, account)
    const entries = lift(unit, holding, segments)
    released += segments.length
    const blocked = source.cause === 'crm' ? (db.get<{ n: number | null }>('SELECT newly_blocked AS n FROM hold_source WHERE id = ?', id)?.n ?? null) : null
    const whole = wholeBefore && maySegmentsRun(db, account)
    if (entries.length > 0 || whole) tellReleased(unit, holding, entries, { blocked, whole })
  }
  return { released }
}

/** SEG-04. @throws Refusal `id_unknown`, `segment_gone`, `segment_held` naming the causes, `segments_not_allowed` */
export function switchOn(unit: Unit, { segment: named }: { segment: string }): null {
  const { db } = unit
  const id = resolved(db, 'segment', named)
  const segment = db.get<{ account: string; removed_at: number | null }>('SELECT account, removed_at FROM segment WHERE id = ?', id)!
  if (segment.removed_at !== null) throw new Refusal('segment_gone')
  const holds = openHolds(db, [id])
  if (holds.length > 0) throw new Refusal('segment_held', { holds: inOrder(new Set(holds.map(({ cause }) => cause))) })
  if (!maySegmentsRun(db, segment.account)) throw new Refusal('segments_not_allowed')
  record(unit, switchedOn, { entity: id, account: segment.account, version: 1, rule: 'SEG-04', body: {}, after: 'on' })
  db.run('UPDATE segment SET wanted = 1 WHERE id = ?', id)
  issueDirective(unit, segment.account, 'segment_on', { segment: externalId(db, 'segment', id) })
  unit.changed('segments')
  return null
}

/** SEG-07; what lies already follows at once. @throws Refusal `id_unknown`, `other_accounts_segment` */
export function chooseForInvoices(unit: Unit, input: { account: string; segments: readonly string[]; reason: string }): null {
  const { db } = unit
  const account = resolved(db, 'account', input.account)
  const segments = input.segments.map((id) => resolved(db, 'segment', id))
  const foreign = db.get('SELECT 1 FROM json_each(?) j JOIN segment s ON s.id = j.value AND s.account <> ?', JSON.stringify(segments), account)
  if (foreign !== undefined) throw new Refusal('other_accounts_segment')
  record(unit, chosen, { entity: account, account, version: 1, rule: 'SEG-07', body: { segments }, detail: { reason: input.reason } })
  reconcile(unit, account)
  unit.changed('segments')
  return null
}
