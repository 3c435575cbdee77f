import { verifyJournal } from '@features/journal/index'
import { DONE, FINDINGS } from '../problem'
import { atWorkspace } from '../session'
import type { Verb } from '../verb'

/** JNL-02, JNL-03: anyone at the workstation may check; nothing is written. */
export const verify: Verb = {
  usage: 'verify [--store DIR] [--json]',
  options: {},
  run: (words) =>
    atWorkspace(words, { anyone: true, untouched: true }, async ({ desk, signal }) => {
      const found = await verifyJournal(desk.services, { progress: () => undefined, signal })
      const lines = [
        found.firstBroken === null
          ? `The chain of ${found.entries} entries holds.`
          : `Entry ${found.firstBroken} is broken; ${found.entries} before it hold.`,
        ...found.differences.map(({ table, id, problem }) => `${table} ${id}: ${problem}`),
      ]
      return { status: found.ok ? DONE : FINDINGS, json: found, lines }
    }),
}
