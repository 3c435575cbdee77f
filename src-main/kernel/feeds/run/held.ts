import type { Consequences } from '@contract/feeds'
import type { ReadDb } from '../../database'
import { releaseHeld } from '../../outbox'
import type { Unit } from '../../unit'

/** FED-08: more accounts than this share, and at least so many, are for a person to look at first. */
const SHARE = 0.02
const FEWEST = 50

/** Holds are counted by segment; an account with many of them is one, and has its messages in this import. */
export function needsAdmin(db: ReadDb, importId: string, { casesOpened, casesResolved, holdsPlaced, holdsReleased, reviewsOpened }: Consequences): boolean {
  const held = holdsPlaced + holdsReleased
  const told = held < FEWEST ? held : db.get<{ n: number }>('SELECT count(DISTINCT account) AS n FROM message WHERE import = ?', importId)!.n
  const affected = casesOpened + casesResolved + Math.min(held, told) + reviewsOpened
  if (affected < FEWEST) return false
  return affected > SHARE * db.get<{ n: number }>('SELECT count(*) AS n FROM account')!.n
}

/**
 * Holds back what was planned since `boundary`, an id made before: until the import is through nobody knows whether it is one of
 * those that wait for an admin.
 */
export function holdPlannedSince(unit: Unit, boundary: string, importId: string): void {
  unit.db.run(`UPDATE message SET waits = 'admin', import = ?, due_at = NULL WHERE id > ? AND state = 'planned'`, importId, boundary)
}

export function heldCount(db: ReadDb, importId: string): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM message WHERE import = ? AND waits = 'admin'`, importId)!.n
}

export function letGo(unit: Unit, importId: string): number {
  const held = heldCount(unit.db, importId)
  if (held > 0) releaseHeld(unit, importId, true)
  return held
}
