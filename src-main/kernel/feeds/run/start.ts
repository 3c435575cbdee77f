import type { ImportResult } from '@contract/feeds'
import type { Progress } from '@contract/wire'
import { Refusal } from '../../refusal'
import type { Services } from '../../services'
import type { Actor } from '../../unit'
import { openFeed } from '../read/read-feed'
import { hashOf } from '../read/source'
import { noConsequences, noCounts } from './counts'
import { asRefusal, feedFile, inOrder, type FeedFile, type Named } from './files'
import { runImport, type RunFile } from './import'
import { insertFile, insertImport } from './store'

export interface ImportOrder {
  readonly files: readonly Named[]
  readonly allOrNothing: boolean
  readonly actor: Actor & { kind: 'operator' }
  readonly commandId: string | null
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** Imports of one desk come one after the other. */
const queues = new WeakMap<Services, Promise<unknown>>()

export function inTurn<T>(services: Services, work: () => Promise<T>): Promise<T> {
  const before = queues.get(services) ?? Promise.resolve()
  const mine = before.then(work)
  queues.set(
    services,
    mine.catch(() => undefined),
  )
  return mine
}

/**
 * FED-02: checks that every file can be read at all, then takes them. The same command id again returns the first answer.
 * @throws Refusal naming the first file that can't be taken, before anything is written
 */
export function startImport(services: Services, order: ImportOrder): Promise<ImportResult> {
  return inTurn(services, async () => {
    const first =
      order.commandId === null
        ? undefined
        : services.db.get<{ op: string; operator: string | null; answer: string }>(
            'SELECT op, operator, answer FROM command_result WHERE command_id = ?',
            order.commandId,
          )
    if (first !== undefined) {
      if (first.op !== 'feeds.import' || first.operator !== order.actor.id) throw new Refusal('command_id_taken', {}, 'invalid')
      return JSON.parse(first.answer) as ImportResult
    }
    const files = await inspect(services, order)
    const id = services.ids.next()
    const at = services.clock.now()
    services.unit(order.actor, (unit) => {
      insertImport(unit.db, { id, at, actor: order.actor.id, allOrNothing: order.allOrNothing, consequences: noConsequences() })
      for (const file of files) insertFile(unit.db, id, { ...file, counts: noCounts() })
      unit.changed('feeds')
    })
    const { allOrNothing, actor, commandId, progress, signal } = order
    return runImport({ services, id, at, actor, commandId, allOrNothing, files, consequences: noConsequences(), progress, signal })
  })
}

async function inspect(services: Services, { files, progress, signal }: ImportOrder): Promise<(RunFile & { hash: Buffer })[]> {
  const chosen = inOrder(files.map((named) => refusing(named.path, () => feedFile(named, services.catalog))))
  const inspected: (RunFile & { hash: Buffer })[] = []
  for (const [ordinal, file] of chosen.entries()) {
    if (signal.aborted) throw new Refusal('cancelled')
    progress({ done: ordinal, total: chosen.length, phase: 'checking' })
    try {
      const size = await readable(file)
      const hash = await hashOf(file.path, signal)
      inspected.push({ ...file, ordinal, size, hash, skip: 0, counts: noCounts(), unknown: [], finished: false })
    } catch (thrown) {
      if (signal.aborted) throw new Refusal('cancelled')
      throw asRefusal(thrown, file.name)
    }
  }
  return inspected
}

/** Reads as far as the header. Answers the size in bytes. */
async function readable({ path, kind }: FeedFile): Promise<number> {
  const reader = await openFeed(path, kind)
  try {
    for await (const _batch of reader.batches()) if (reader.header !== null || reader.format === 'ndjson') break
    return reader.size
  } finally {
    await reader.close()
  }
}

function refusing<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw asRefusal(thrown, file)
  }
}
