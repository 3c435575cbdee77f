import { isDeepStrictEqual } from 'node:util'
import type { FeedKind } from '@contract/feeds'
import type { Followed } from '../../catalog'
import { FEED, type Unit } from '../../unit'
import { added } from './counts'
import { holdPlannedSince } from './held'
import type { ImportRun } from './import'
import { updateConsequences } from './store'

/** FED-06: a chunk's facts and all that follows from them, in one transaction. Memory follows only once it is committed. */
export function commitChunk(run: ImportRun, kind: FeedKind, take: (unit: Unit) => { touched: ReadonlySet<string>; followed: Followed; done: () => void }): void {
  const { unit: begin } = run.services
  const result = begin(FEED, (unit) => {
    const boundary = unit.ids.next()
    const { touched, followed, done } = take(unit)
    let consequences = added(run.consequences, followed)
    if (touched.size > 0) {
      const accounts = [...touched]
      for (const listen of unit.catalog.listeners.accountsTouched) consequences = added(consequences, listen(unit, accounts, kind))
    }
    holdPlannedSince(unit, boundary, run.id)
    if (!isDeepStrictEqual(consequences, run.consequences)) updateConsequences(unit.db, run.id, consequences)
    return { done, consequences }
  })
  result.done()
  run.consequences = result.consequences
}
