import type { Outcome } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import type { StepReport } from '@kernel/scheduler/index'
import { HOUR } from '@kernel/calendar/index'
import { externalId } from '@features/accounts/index'
import { readReviewSettings } from './settings'

interface Held {
  group: string
  held_until: number
  outcome: Outcome
}

/** LIM-13, REV-13, REV-17: held decisions that take effect and samples that go until then (ms UTC), as long as no fact changes; writes nothing. */
export function foreseenSteps(db: ReadDb, now: number, until: number): StepReport[] {
  const steps: StepReport[] = []
  const add = (at: number, step: string, group: string, rule: string): void =>
    void steps.push({ at: Math.max(at, now), feature: 'reviews', step, entity: externalId(db, 'group', group), rule })
  const samples = new Map(
    db
      .all<{ group: string; at: number }>('SELECT contact_group AS "group", sample_until AS at FROM review WHERE sample_until <= ?', until)
      .map(({ group, at }) => [group, at]),
  )
  const held = db.all<Held>(
    `SELECT r.contact_group AS "group", r.held_until, d.outcome FROM review r JOIN review_decision d ON d.id = r.held_decision
     WHERE r.held_until <= ? ORDER BY r.held_until, r.id`,
    until,
  )
  const keptFor = readReviewSettings(db).sampleDays * 24 * HOUR
  for (const { group, held_until: at, outcome } of held) {
    add(at, outcome, group, 'REV-07')
    const end = Math.max(at, now) + keptFor
    if (outcome !== 'query' && end <= until) samples.set(group, end)
  }
  for (const [group, at] of samples)
    if (db.get('SELECT 1 FROM address_sample WHERE contact_group = ? LIMIT 1', group) !== undefined) add(at, 'erase_sample', group, 'REV-17')
  return steps
}
