import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder, migrate, openDatabase } from '@kernel/database/index'
import { makeIds, type Ids } from '@kernel/ids'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import { WORKSPACE_ENTITY } from '@kernel/scheduler/index'
import { runUnit, SCHEDULER, type Unit } from '@kernel/unit'
import { assemble } from './assemble'
import { DATABASE_FILE, workspaceExists } from './create-desk'
import { FEATURES } from './features'
import { workspaceCreated } from './workspace-events'

export interface NewWorkspace {
  /** Absolute. */
  readonly folder: string
  /** ms UTC */
  readonly now: number
  readonly simulation?: boolean
  /** DSK-08: made-up data, marked on every screen. Is a simulation. */
  readonly demo?: boolean
  readonly ids?: Ids
}

/**
 * Makes a workspace, whole or not at all: it is built under another name and renamed when done.
 * `populate` adds its first operators in the same transaction.
 * @throws Refusal `workspace_exists`; WorkspaceProblem `in_use`
 */
export function createWorkspace<T>(
  { folder, now, simulation = false, demo = false, ids = makeIds(() => now) }: NewWorkspace,
  populate: (unit: Unit) => T,
): T {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    if (workspaceExists(folder)) throw new Refusal('workspace_exists')
    const draft = join(folder, `${DATABASE_FILE}.draft`)
    discard(draft)
    const db = openDatabase(draft)
    try {
      migrate(db, null)
      const { catalog, features } = assemble(FEATURES)
      const made = runUnit({ db, ids, catalog, publish: () => undefined }, { now, actor: SCHEDULER }, (unit) => {
        const traits = { simulation: simulation || demo, demo }
        writeMeta(unit, { workspace: ids.next(), created: String(now), simulation: traits.simulation ? '1' : '0', demo: demo ? '1' : '0' })
        if (traits.simulation) unit.db.run('INSERT INTO simulation_clock (only, now) VALUES (1, ?)', now)
        record(unit, workspaceCreated, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'JNL-01', body: traits })
        for (const feature of features) feature.onCreated?.(unit)
        return populate(unit)
      })
      db.raw.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
      renameSync(draft, join(folder, DATABASE_FILE))
      return made
    } catch (thrown) {
      db.close()
      discard(draft)
      throw thrown
    }
  } finally {
    unlock()
  }
}

function writeMeta(unit: Unit, values: Record<string, string>): void {
  for (const [key, value] of Object.entries(values)) unit.db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value)
}

function discard(draft: string): void {
  for (const file of [draft, `${draft}-wal`, `${draft}-shm`]) if (existsSync(file)) rmSync(file)
}
