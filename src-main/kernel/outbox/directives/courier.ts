import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Courier } from '../../scheduler/task'
import type { Services } from '../../services'
import { SCHEDULER } from '../../unit'
import { delayAfter } from '../backoff'
import { directiveTarget } from '../settings'
import { writeDurably } from '../transports/durable-file'
import { closeBatch, decideBatch, linesOf, openBatch } from './batch'

export const directiveFolder = (workspace: string): string => join(workspace, 'directives')

/** `000000000001.ndjson`: read in the order of their names, an account's directives come in order. */
const fileName = (number: number): string => `${String(number).padStart(12, '0')}.ndjson`

/** MSG-05: hands directives over as files of one JSON object a line; handed = written and synced. */
export function directiveCourier(services: Services): Courier {
  let hold: { since: number; until: number; failures: number } | null = null
  const folder = directiveFolder(services.workspace.folder)

  return {
    name: 'directives',
    nextDue: (_db, after) => (hold !== null && hold.until > after ? hold.until : null),
    async dispatch(signal) {
      const now = services.clock.now()
      const held = hold !== null && now >= hold.since && now < hold.until
      if (held || signal.aborted || directiveTarget(services.db) === 'none') return 0
      const batch = openBatch(services.db) ?? services.unit(SCHEDULER, ({ db }) => decideBatch(db))
      if (batch === null) return 0
      const lines = linesOf(services.db, batch)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const name = fileName(batch.number)
        await writeDurably(join(folder, name), `.${name}.tmp`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      } catch {
        const failures: number = (hold?.failures ?? 0) + 1
        hold = { since: now, until: now + delayAfter(failures), failures }
        return 0
      }
      hold = null
      services.unit(SCHEDULER, (unit) => {
        closeBatch(unit.db, batch, unit.now)
        unit.changed('directives', 'scheduler')
      })
      return batch.ids.length
    },
  }
}
