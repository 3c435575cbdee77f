import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDesk, DATABASE_FILE, type Desk } from '@desk/create-desk'
import { openDatabase, type Database, type Value } from '@kernel/database/index'
import { median, ratio, reported, type Measure } from '../result'
import { caller, makeFeeds, makeWorkspace, START, take } from '../workspace'

const DUE = 1_000
const GROUP = 200
/** Nine in the morning in every zone of the demo. */
const MORNING = START + 6 * 3_600_000

/** A sweep with 1,000 due, against writing the same rows by bare prepared statements in equal groups; the second of two, as in a desk that has run a while. */
export async function measureSweep(folder: string): Promise<Measure[]> {
  await sweepOnce(join(folder, 'sweep-warm'))
  return sweepOnce(join(folder, 'sweep'))
}

async function sweepOnce(own: string): Promise<Measure[]> {
  const files = await makeFeeds(`${own}-feeds`, DUE * 19)
  let desk = makeWorkspace(own)
  await take(caller(desk), files.plans, files.teams, files.accounts)
  await take(caller(desk), files.over)
  await desk.tick()
  desk.services.db.raw.pragma('wal_checkpoint(TRUNCATE)')
  await desk.close()
  const copy = `${own}-baseline.db`
  copyFileSync(join(own, DATABASE_FILE), copy)

  desk = createDesk({ folder: own })
  desk.setClock(MORNING)
  const started = performance.now()
  const steps = await desk.tick()
  const ms = performance.now() - started
  const bare = rewrite(desk.services.db, copy)
  await desk.close()
  return [
    ratio('Sweep against bare statements', ms / bare, 6, `${steps.length.toLocaleString('en')} steps; the same rows in groups of ${GROUP}`),
    reported('Sweep', ms, 'ms', `${steps.length.toLocaleString('en')} due: decide, journal, message`),
  ]
}

interface Written {
  sql: string
  rows: Value[][]
}

/** ms to write into `file` what `db` holds beyond it, table by table, by prepared statements alone. */
function rewrite(db: Database, file: string): number {
  const bare = openDatabase(file)
  bare.raw.pragma('foreign_keys = OFF')
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  db.raw.prepare('ATTACH ? AS before').run(file)
  const written = tables.flatMap(({ name }): Written[] => {
    const rows = db.raw.prepare(`SELECT * FROM main.${name} EXCEPT SELECT * FROM before.${name}`).raw().all() as Value[][]
    return rows.length === 0 ? [] : [{ sql: `INSERT OR REPLACE INTO ${name} VALUES (${rows[0]!.map(() => '?').join(', ')})`, rows }]
  })
  db.raw.exec('DETACH before')
  const groups = Math.ceil(DUE / GROUP)
  const started = performance.now()
  for (let group = 0; group < groups; group += 1) {
    bare.transaction(() => {
      for (const { sql, rows } of written) {
        const size = Math.ceil(rows.length / groups)
        for (const row of rows.slice(group * size, (group + 1) * size)) bare.run(sql, ...row)
      }
    })
  }
  const ms = performance.now() - started
  bare.close()
  return ms
}

/** A tick with nothing due, at both sizes. */
export async function measureIdle(large: Desk, small: Desk, sizes: string): Promise<Measure[]> {
  const time = async (desk: Desk): Promise<number> => {
    await desk.tick()
    const runs: number[] = []
    for (let run = 0; run < 51; run += 1) {
      const started = performance.now()
      await desk.tick()
      runs.push(performance.now() - started)
    }
    return median(runs)
  }
  const [a, b] = [await time(large), await time(small)]
  return [ratio('Idle tick', a / b, 2, `nothing due, ${sizes}`), reported('Idle tick, larger', a, 'ms', 'the same')]
}
