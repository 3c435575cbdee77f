import type { ImportResult } from '@contract/feeds'
import { record } from '../../journal'
import { feedsImported } from '../events'
import { added, noCounts } from './counts'
import { letGo, needsAdmin } from './held'
import type { ImportRun } from './import'
import { updateState } from './store'

/** The import's last transaction: journal entry, FED-08, and the answer of its command. */
export function finishImport(run: ImportRun, { cancelled, nothingTaken }: { cancelled: boolean; nothingTaken: boolean }): ImportResult {
  const { services, id, consequences, files, commandId } = run
  return services.unit(
    run.actor,
    (unit) => {
      const { db } = unit
      const waiting = needsAdmin(db, id, consequences)
      if (!waiting) letGo(unit, id)
      updateState(db, id, waiting ? 'waiting' : cancelled || nothingTaken ? 'cancelled' : 'done')
      const { new: fresh, ...counts } = files.reduce((sum, file) => added(sum, file.counts), noCounts())
      const { casesOpened, casesResolved, holdsPlaced, holdsReleased, reviewsOpened } = consequences
      record(unit, feedsImported, {
        entity: id,
        account: null,
        version: 1,
        rule: waiting ? 'FED-08' : 'FED-02',
        body: {
          counts: { ...counts, fresh },
          consequences: {
            cases_opened: casesOpened,
            cases_resolved: casesResolved,
            holds_placed: holdsPlaced,
            holds_released: holdsReleased,
            reviews_opened: reviewsOpened,
          },
          files: files.length,
          waiting,
          cancelled,
        },
      })
      const result: ImportResult = {
        importId: id,
        files: files.map(({ name, kind, unknown, counts: own }) => ({ file: name, kind, unknown: [...unknown], ...own })),
        consequences,
        waitingForAdmin: waiting,
        cancelled,
        nothingTaken,
      }
      if (commandId !== null) {
        db.run(
          'INSERT OR IGNORE INTO command_result (command_id, operator, op, at, answer) VALUES (?, ?, ?, ?, ?)',
          commandId,
          run.actor.kind === 'operator' ? run.actor.id : null,
          'feeds.import',
          unit.now,
          JSON.stringify(result),
        )
      }
      unit.changed('accounts', 'plans', 'limits', 'messages', 'feeds', 'today')
      return result
    },
    commandId,
  )
}
