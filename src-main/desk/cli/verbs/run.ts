import type { StepReport } from '@kernel/scheduler/index'
import { Refusal } from '@kernel/refusal'
import { dryRun as foresee } from '@features/limits/index'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import type { Result, Verb } from '../verb'
import { flag, instantOf, text } from '../words'

function answer(steps: readonly StepReport[]): Result {
  const shown = steps.map(({ at, feature, step, entity, rule }) => ({ at: new Date(at).toISOString(), feature, step, entity, rule }))
  const counts: Record<string, number> = {}
  for (const { feature, step } of shown) counts[`${feature}/${step}`] = (counts[`${feature}/${step}`] ?? 0) + 1
  return { status: DONE, json: { steps: shown, counts }, lines: shown.map(({ at, feature, step, entity, rule }) => `${at}\t${feature}/${step}\t${entity}\t${rule}`) }
}

/** SCH-01: does what is due now; a simulation can be moved on, step by step. `--dry-run` does nothing (LIM-13). */
export const run: Verb = {
  usage: 'run [--at ISO | --until ISO] [--dry-run] [--store DIR] [--json]',
  options: { at: { type: 'string' }, until: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(words) {
    if (words.positionals.length > 0) throw new Usage(`run takes no further words. Usage: ${run.usage}`)
    const dryRun = flag(words, 'dry-run')
    const until = text(words, 'until') === undefined ? null : instantOf('until', text(words, 'until') as string)
    return atWorkspace(words, { anyone: true }, async ({ desk }) => {
      const { services } = desk
      if (dryRun) {
        const now = services.clock.now()
        return answer(foresee(services.reader, { now, until: until ?? now, ids: null, limit: Number.MAX_SAFE_INTEGER }).steps)
      }
      if (until === null) return answer(await desk.tick())
      if (services.advance === null) throw new Refusal('simulation_only')
      return answer(await services.advance(until))
    })
  },
}
