import type { Consequences } from '@contract/feeds'
import type { Services } from '../../services'
import type { Actor } from '../../unit'
import { letGo, needsAdmin } from './held'
import { importById, updateState } from './store'

/** An import that can't go on: what it took stays, and its consequences wait for an admin or go on as after any other import. */
export function giveUp(services: Services, importId: string, actor: Actor): void {
  services.unit(actor, (unit) => {
    const stored = importById(unit.db, importId)
    if (stored === undefined) return
    const waiting = needsAdmin(unit.db, stored.id, JSON.parse(stored.consequences) as Consequences)
    if (!waiting) letGo(unit, importId)
    updateState(unit.db, importId, waiting ? 'waiting' : 'interrupted')
    unit.changed('feeds', 'messages', 'today')
  })
}
