import type { ReadDb } from '@kernel/database/index'
import type { StepReport } from '@kernel/scheduler/index'
import { Refusal } from '@kernel/refusal'
import { dryRun as foresee } from '@features/limits/index'
import { foreseen as foreseenClosings } from '@features/retention/index'
import { foreseenSteps as foreseenReviews } from '@features/reviews/index'
import { foreseenSteps as foreseenSegments } from '@features/segments/index'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import type { Result, Verb } from '../verb'
import { flag, instantOf, text } from '../words'

function answer(steps: readonly StepReport[]): Result {
  const shown = steps.map(({ at, feature, step, entity, rule }) => ({ at: new Date(at).toISOString(), feature, step, entity, rule }))
  const counts: Record<string, number> = {}
  for (const { feature, step } of shown) counts[`${feature}/${step}`] = (counts[`${feature}/${step}`] ?? 0) + 1
  return {
    status: DONE,
    json: { steps: shown, counts },
    lines: shown.map(({ at, feature, step, entity, rule }) => `${at}\t${feature}/${step}\t${entity}\t${rule}`),
  }
}

/** LIM-13: all that lies ahead, however much it is. */
function foreseen(db: ReadDb, now: number, until: number): readonly StepReport[] {
  const ids = db.all<{ id: string }>('SELECT id FROM limit_case WHERE closed_at IS NULL').map(({ id }) => id)
  const { steps } = foresee(db, { now, until, ids, limit: Number.MAX_SAFE_INTEGER })
  const { steps: leaving, closings } = foreseenClosings(db, now, until)
  // CAP-03: a case of an account that closes before is moot by then.
  const cases = steps.filter(({ at, accountUuid }) => at < (closings.get(accountUuid) ?? Infinity))
  return [...cases, ...foreseenReviews(db, now, until), ...foreseenSegments(db, now, until), ...leaving].sort((a, b) => a.at - b.at)
}

/** SCH-01: does what is due now; a simulation can be moved on, step by step, and set back. `--dry-run` does nothing (LIM-13). */
export const run: Verb = {
  usage: 'run [--at ISO | --until ISO] [--dry-run] [--store DIR] [--json]',
  options: { at: { type: 'string' }, until: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(words) {
    if (words.positionals.length > 0) throw new Usage(`run takes no further words. Usage: ${run.usage}`)
    const wanted = text(words, 'until')
    if (wanted !== undefined && text(words, 'at') !== undefined) throw new Usage(`Give --at or --until, not both. Usage: ${run.usage}`)
    const until = wanted === undefined ? null : instantOf('until', wanted)
    return atWorkspace(words, { anyone: true }, async ({ desk, signal }) => {
      const { services } = desk
      const now = services.clock.now()
      if (flag(words, 'dry-run')) return answer(foreseen(services.reader, now, until ?? now))
      if (until === null) return answer(await desk.tick())
      if (services.advance === null) throw new Refusal('simulation_only')
      // SCH-03: a clock set back repeats nothing.
      if (until < now) desk.setClock(until)
      return answer(await services.advance(until, undefined, signal))
    })
  },
}
