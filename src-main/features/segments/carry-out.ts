import type { HoldCause } from '@contract/segments'
import { record } from '@kernel/journal/index'
import { issueDirective, planMessage } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { lifted, placed } from './events'
import { namedSegments, openHolds } from './store'

/** What holds, and whom. `source`: internal uuid. */
export interface Holding {
  readonly account: string
  readonly cause: HoldCause
  readonly source: string
  /** The source's version, for the journal. */
  readonly version: number
  readonly rule: string
}

/** A journal entry lists so many at most. */
const MOST_LISTED = 10_000

function inParts(segments: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let at = 0; at < segments.length; at += MOST_LISTED) parts.push(segments.slice(at, at + MOST_LISTED))
  return parts
}

/** SEG-02, SEG-03: places holds in the ledger; the platform is told of segments that were free until now. Answers the journal entries that did. */
export function place(unit: Unit, holding: Holding, segments: readonly string[], until: number | null): string[] {
  if (segments.length === 0) return []
  const { account, cause, source, version, rule } = holding
  const stopped = new Set(openHolds(unit.db, segments).map(({ segment }) => segment))
  const entries = inParts(segments).map(
    (part) => record(unit, placed, { entity: source, account, version, rule, body: { cause, segments: part, until } }).id,
  )
  const free = segments.filter((segment) => !stopped.has(segment))
  if (free.length > 0) issueDirective(unit, account, 'segments_held', { cause, segments: namedSegments(unit.db, free).map(({ external }) => external) })
  unit.changed('segments', 'accounts', 'today')
  return entries
}

/** SEG-05: lifts what this source stopped, and nothing else. Answers the journal entries that did. */
export function lift(unit: Unit, holding: Holding, segments: readonly string[]): string[] {
  if (segments.length === 0) return []
  const { account, cause, source, version, rule } = holding
  const entries = inParts(segments).map((part) => record(unit, lifted, { entity: source, account, version, rule, body: { cause, segments: part } }).id)
  const still = new Set(openHolds(unit.db, segments).map(({ segment }) => segment))
  const free = namedSegments(unit.db, segments).filter(({ id, removed_at }) => !still.has(id) && removed_at === null)
  if (free.length > 0)
    issueDirective(unit, account, 'segments_released', {
      cause,
      segments: free.map(({ external }) => external),
      running: free.filter(({ wanted }) => wanted === 1).map(({ external }) => external),
    })
  unit.changed('segments', 'accounts', 'today')
  return entries
}

/** SEG-02: one message per account and event. What one source adds before the message left stands in that one: it lists what lies at hand-over. */
export function tellHeld(unit: Unit, { account, cause, source, version, rule }: Holding, entries: readonly string[], stage: number): void {
  const waiting = unit.db.get(
    `SELECT 1 FROM message WHERE account = ? AND template = 'segments.held' AND state IN ('planned', 'retry')
     AND json_extract(params, '$.source') = ? AND json_extract(params, '$.stage') = ?`,
    account,
    source,
    stage,
  )
  if (waiting !== undefined) return
  const key = `segments/${account}/held/${source}/${entries[0] ?? version}`
  planMessage(unit, { key, account, template: 'segments.held', rule, params: { cause, source, stage } })
}

/** SEG-05: says what runs again. `entries`: the journal entries that lifted the holds. */
export function tellReleased(
  unit: Unit,
  { account, cause, source, version, rule }: Holding,
  entries: readonly string[],
  more: { blocked: number | null; whole: boolean } = { blocked: null, whole: false },
): void {
  const key = `segments/${account}/released/${source}/${entries[0] ?? version}`
  planMessage(unit, { key, account, template: 'segments.released', rule, params: { cause, source, entries, ...more } })
}
