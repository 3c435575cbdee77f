import type { Services } from '../../services'

/**
 * Runs `work` in one long transaction: chunks become savepoints in it, queries read the last commit, no other command or tick writes.
 * Kept when `work` answers true, else undone. @throws what `work` throws, after undoing
 */
export function insideOneTransaction(services: Services, work: () => Promise<boolean>): Promise<boolean> {
  return services.exclusively(async () => {
    const { raw } = services.db
    raw.exec('BEGIN IMMEDIATE')
    try {
      const keep = await work()
      raw.exec(keep ? 'COMMIT' : 'ROLLBACK')
      return keep
    } catch (thrown) {
      // A full disk rolls back by itself.
      if (raw.open && raw.inTransaction) raw.exec('ROLLBACK')
      throw thrown
    }
  })
}
