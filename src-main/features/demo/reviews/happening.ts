import type { Part } from './cast'
import { addAct, groupRow, type ReviewRows } from './facts'
import type { Act } from './stories'

/** What happens to a list when (ms UTC); null: the list is made. */
export interface Happening {
  readonly at: number
  readonly part: Part
  readonly nth: number
  readonly act: Act | null
  readonly created: number
}

/** Working minutes between a list and its first submission. */
const BEFORE_SUBMITTING = 240
const UNSUBMITTED = 700

export function happeningsOf(part: Part, timeOf: (minutes: number) => number): Happening[] {
  const { acts } = part.story
  const created = timeOf((acts[0]?.at ?? UNSUBMITTED) + BEFORE_SUBMITTING)
  const made = { at: created, part, nth: -1, act: null, created }
  return [made, ...acts.map((one, nth) => ({ at: timeOf(one.at), part, nth, act: one, created }))]
}

/** Adds what a happening makes the platform report. */
export function addHappening(rows: ReviewRows, { part, act: done, nth, at, created }: Happening): void {
  if (done === null) rows.groups.push(groupRow(part, { created, at }))
  else addAct(rows, part, done, { nth, at, created })
}
