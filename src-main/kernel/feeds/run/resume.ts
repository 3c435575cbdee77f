import type { Consequences, FeedCounts } from '@contract/feeds'
import type { Services } from '../../services'
import type { Actor } from '../../unit'
import { openSource, hashOf } from '../read/source'
import { giveUp } from './give-up'
import { runImport, type RunFile } from './import'
import { inTurn } from './start'
import { filesOf, importsIn, type StoredImport } from './store'

/**
 * FED-02: imports that a crash cut short go on by themselves, behind the desk's opening, while their files are still the same.
 * Others stay as far as they came, and are shown as interrupted.
 */
export function resumeInterrupted(services: Services): void {
  // A failure leaves the import marked as interrupted, for a person to see.
  for (const stored of importsIn(services.db, 'running')) inTurn(services, () => resume(services, stored)).catch(() => undefined)
}

async function resume(services: Services, stored: StoredImport): Promise<void> {
  const signal = new AbortController().signal
  const files: RunFile[] = []
  for (const { hash, path, name, kind, ordinal, rows_done, finished, counts, unknown } of filesOf(services.db, stored.id)) {
    const taker = services.catalog.takers.get(kind)
    const size = finished === 1 ? 0 : await sizeIfSame(path, hash, signal)
    if (!services.db.raw.open) return
    if (taker === undefined || size === null) return giveUp(services, stored.id, actorOf(stored))
    files.push({
      path,
      name,
      kind,
      taker,
      ordinal,
      size,
      skip: rows_done,
      finished: finished === 1,
      counts: JSON.parse(counts) as FeedCounts,
      unknown: JSON.parse(unknown) as string[],
    })
  }
  const { id, at, all_or_nothing } = stored
  const consequences = JSON.parse(stored.consequences) as Consequences
  await runImport({
    services,
    id,
    at,
    actor: actorOf(stored),
    commandId: null,
    allOrNothing: all_or_nothing === 1,
    files,
    consequences,
    progress: () => undefined,
    signal,
  })
}

async function sizeIfSame(path: string, hash: Buffer, signal: AbortSignal): Promise<number | null> {
  try {
    const { handle, size } = await openSource(path)
    await handle.close()
    return (await hashOf(path, signal)).equals(hash) ? size : null
  } catch {
    return null
  }
}

/** Whoever started it; what they may do now doesn't matter for what they could do then. */
function actorOf({ actor }: StoredImport): Actor {
  return { kind: 'operator', id: actor, name: '', roles: [] }
}
