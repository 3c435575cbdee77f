import type { FeedKind } from '@contract/feeds'
import type { HoldCause } from '@contract/segments'
import { addReason, liftReason, reasonsOf } from '@features/accounts/index'
import { NOTHING_FOLLOWED, type Followed } from '@kernel/catalog'
import { record } from '@kernel/journal/index'
import { isClockDoubted } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { lift, place, tellHeld, tellReleased, type Holding } from './carry-out'
import { clickAwaited, ended, raised } from './events'
import {
  climbsAt,
  crmStage,
  invoiceStage,
  isHolding,
  mailboxStage,
  onFacts,
  placing,
  releasingSync,
  type ClickPolicy,
  type Source,
  type Stage,
} from './rules'
import { readSegmentSettings } from './settings'
import { heldBy, loadAccountFacts, type AccountFacts } from './store'

const RULE = { mailbox: 'SEG-01', crm: 'SEG-01', maintenance: 'SEG-06', invoice: 'SEG-07', operator: 'SEG-01' } as const satisfies Record<HoldCause, string>

/** Feeds after which holds may be others. */
const CONCERNED: ReadonlySet<FeedKind> = new Set<FeedKind>(['accounts', 'mailboxes', 'crms', 'blocklist_syncs', 'segments', 'invoices'])

/** SEG-02, FED-06: facts of these accounts (internal uuids) changed; holds are placed and lifted in the same transaction. */
export function accountsTouched(unit: Unit, accounts: readonly string[], kind: FeedKind | null = null): Followed {
  const followed = { ...NOTHING_FOLLOWED }
  if (kind === null || !CONCERNED.has(kind)) return followed
  for (const account of accounts) {
    const { held, released } = reconcile(unit, account)
    followed.holdsPlaced += held
    followed.holdsReleased += released
  }
  return followed
}

export interface Reconciled {
  held: number
  released: number
  /** Invoices that climbed, with the stage they have now. */
  readonly climbed: { readonly invoice: string; readonly stage: 1 | 2 }[]
}

interface Wanted {
  readonly id: string
  readonly cause: HoldCause
  readonly stage: Stage
  readonly blocked: number | null
  readonly target: (stage: Stage) => ReadonlySet<string>
}

/** Compares what the account's facts ask for with what lies, and makes the difference. */
export function reconcile(unit: Unit, account: string): Reconciled {
  const done: Reconciled = { held: 0, released: 0, climbed: [] }
  const facts = loadAccountFacts(unit.db, account)
  if (facts === null) return done
  const settings = readSegmentSettings(unit.db)
  const clicks = clickPolicy(settings.clicks)
  const wasWhole = reasonsOf(unit.db, account).some(({ cause }) => cause === 'invoice')
  const sources = wantedOf(unit, facts)
  const whole = sources.some(({ id, cause, stage }) => cause === 'invoice' && keepsWhole(facts.sources.get(id), stage, clicks))
  if (whole && !wasWhole) addReason(unit, account, 'invoice', 'SEG-07')
  else if (!whole && wasWhole) liftReason(unit, account, 'invoice', 'SEG-07')
  for (const wanted of sources) follow(unit, facts, wanted, clicks, { done, freed: wasWhole && !whole })
  return done
}

/** SEG-07: the whole account stays held while one invoice holds it, or waits for a click. */
const keepsWhole = (source: Source | undefined, stage: Stage, clicks: ClickPolicy): boolean =>
  stage === 2 || (source?.stage === 2 && (source.state === 'click' || (source.state === 'holding' && stage === 0 && clicks.invoice)))

export const clickPolicy = (causes: readonly HoldCause[]): ClickPolicy => ({
  mailbox: causes.includes('mailbox'),
  crm: causes.includes('crm'),
  maintenance: causes.includes('maintenance'),
  invoice: causes.includes('invoice'),
  operator: false,
})

function wantedOf(unit: Unit, facts: AccountFacts): Wanted[] {
  const { segmentDays, accountDays } = readSegmentSettings(unit.db)
  const ladder = { segmentDays, accountDays }
  const all = new Set(facts.segments.map(({ id }) => id))
  const chosen = new Set(facts.segments.map(({ id }) => id).filter((id) => facts.chosen.has(id)))
  const at = { now: unit.now, zone: facts.zone, ladder, climbs: !isClockDoubted(unit.db) }
  const mailboxes = facts.mailboxes.map((mailbox): Wanted => {
    const target = new Set(facts.segments.filter((segment) => segment.mailbox === mailbox.id).map(({ id }) => id))
    return { id: mailbox.id, cause: 'mailbox', stage: mailboxStage(mailbox), blocked: null, target: () => target }
  })
  const crms = facts.crms.map((crm): Wanted => {
    const stage = crmStage(crm, crm.syncs, facts.sources.get(crm.id))
    return { id: crm.id, cause: 'crm', stage, blocked: releasingSync(crm, crm.syncs)?.newlyBlocked ?? null, target: () => all }
  })
  const invoices = facts.invoices.map((invoice): Wanted => {
    const stage = invoiceStage(invoice, facts.sources.get(invoice.id), at)
    const climbs = climbsAt(invoice, stage, at)
    unit.db.run('UPDATE invoice SET climbs_at = ? WHERE id = ? AND climbs_at IS NOT ?', climbs, invoice.id, climbs)
    return { id: invoice.id, cause: 'invoice', stage, blocked: null, target: (held) => (held === 2 || chosen.size === 0 ? all : chosen) }
  })
  return [...mailboxes, ...crms, ...invoices]
}

function follow(
  unit: Unit,
  { account, sources }: AccountFacts,
  { id, cause, stage, blocked, target }: Wanted,
  clicks: ClickPolicy,
  { done, freed }: { done: Reconciled; freed: boolean },
): void {
  const source = sources.get(id)
  const step = onFacts(stage, source, clicks, cause)
  if (step.do === 'keep' && !isHolding(source)) return
  const rule = RULE[cause]
  const version = (source?.version ?? 0) + (step.do === 'keep' ? 0 : 1)
  const holding: Holding = { account, cause, source: id, version, rule }
  const base = { entity: id, account, version }
  if (step.do === 'raise') {
    record(unit, raised, { ...base, rule, body: { cause, stage: step.stage, until: null }, before: source?.state ?? null, after: 'holding' })
    if (cause === 'invoice' && step.stage > (isHolding(source) ? source!.stage : 0)) done.climbed.push({ invoice: id, stage: step.stage })
  } else if (step.do !== 'keep') {
    const [event, after] = step.do === 'end' ? ([ended, 'over'] as const) : ([clickAwaited, 'click'] as const)
    record(unit, event, { ...base, rule: 'SEG-05', body: { newly_blocked: blocked }, before: 'holding', after })
    unit.changed('segments', 'today')
  }
  const held = heldBy(unit.db, id, account)
  const now = step.do === 'raise' ? step.stage : (source?.stage ?? 1)
  const difference = placing(step.do === 'end' ? new Set<string>() : target(now), held)
  const placed = place(unit, holding, difference.place, null)
  const entries = lift(unit, { ...holding, rule: 'SEG-05' }, difference.lift)
  done.held += difference.place.length
  done.released += difference.lift.length
  const whole = cause === 'invoice' && now === 2
  if (difference.place.length > 0 || (step.do === 'raise' && step.stage === 2)) tellHeld(unit, holding, placed, now)
  if (stillThere(unit, difference.lift) || (step.do === 'end' && whole && freed))
    tellReleased(unit, { ...holding, rule: 'SEG-05' }, entries, { blocked: cause === 'crm' ? blocked : null, whole: whole && freed && step.do === 'end' })
}

/** Segments that are gone on the platform are nobody's news. */
const stillThere = (unit: Unit, segments: readonly string[]): boolean =>
  unit.db.get('SELECT 1 FROM json_each(?) j CROSS JOIN segment s ON s.id = j.value AND s.removed_at IS NULL LIMIT 1', JSON.stringify(segments)) !== undefined
