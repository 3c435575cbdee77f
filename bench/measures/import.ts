import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDesk, DATABASE_FILE } from '@desk/create-desk'
import { openDatabase, type Database } from '@kernel/database/index'
import { median, ratio, reported, type Measure } from '../result'
import { caller, makeWorkspace, take, type FeedFiles } from '../workspace'

interface ChildResult {
  ms: number
  peakMegabytes: number
  /** Of queries asked while the import ran. */
  latencies: number[]
}

/** In a process of its own, so that its memory is its own: imports the file while a window keeps asking. */
export async function importInChild(folder: string, file: string): Promise<ChildResult> {
  const desk = createDesk({ folder })
  const call = caller(desk)
  const latencies: number[] = []
  let running = true
  const asking = (async () => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const asked = performance.now()
      await call('accounts.list', { sort: 'company', limit: 100 })
      latencies.push(performance.now() - asked)
    }
  })()
  const started = performance.now()
  await take(call, file)
  const ms = performance.now() - started
  running = false
  await asking
  await desk.close()
  return { ms, peakMegabytes: process.resourceUsage().maxRSS / 1024, latencies }
}

/** Import against `sqlite3 .import` of the very rows our import made, ready-made, into the same tables and indexes with the same pragmas. */
export async function measureImport(folder: string, files: FeedFiles, accounts: number): Promise<Measure[]> {
  const own = join(folder, 'import')
  const desk = makeWorkspace(own)
  await take(caller(desk), files.plans, files.teams)
  await desk.close()
  const child = spawnSync(process.execPath, [process.argv[1]!, '--child-import', own, files.accounts], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (child.status !== 0) throw new Error(`import failed: ${child.stderr.slice(-500)}`)
  const { ms, peakMegabytes, latencies } = JSON.parse(child.stdout) as ChildResult
  const measures = [
    reported('Import', (accounts / ms) * 1000, 'rows/s', `${accounts.toLocaleString('en')} accounts, validated, indexed, searchable, journaled`),
    { name: 'Import, peak memory', value: peakMegabytes, unit: 'MB', limit: 400, note: 'whole process' } as const,
    reported('Query during import, median', median(latencies), 'ms', `${latencies.length} pages of 100 accounts`),
    reported('Query during import, slowest', Math.max(0, ...latencies), 'ms', 'the same'),
  ]
  const baseline = sqliteImport(join(folder, 'baseline'), join(own, DATABASE_FILE))
  if (baseline !== null)
    measures.push(ratio('Import against `sqlite3 .import`', ms / baseline, 3, 'same rows, tables, indexes, search index, pragmas'))
  return measures
}

/** Rows in the order of the file they came from: sorted for an index they would be another file's. Our ids grow with it. */
const TABLES = { account: 'id', external_id: 'entity', search_token: 'entity' } as const

/** ms of `sqlite3`'s own import; null where it isn't installed. Its tables lack our checks: `.import` can't write NULL, which makes it faster. */
function sqliteImport(folder: string, source: string): number | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    process.stderr.write('sqlite3 is not installed (Debian: apt-get install sqlite3): the import is not compared.\n')
    return null
  }
  mkdirSync(folder, { recursive: true })
  const db = openDatabase(source)
  const schema = looseSchema(db)
  db.close()
  for (const [name, order] of Object.entries(TABLES)) {
    execFileSync('sqlite3', ['-readonly', '-csv', source, `.once ${join(folder, `${name}.csv`)}`, `SELECT * FROM ${name} ORDER BY ${order}`])
    if (statSync(join(folder, `${name}.csv`)).size === 0) throw new Error(`nothing to import into ${name}`)
  }
  const script = [
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;',
    schema,
    ...Object.keys(TABLES).map((name) => `.import --csv ${join(folder, `${name}.csv`)} ${name}`),
  ].join('\n')
  writeFileSync(join(folder, 'import.sql'), script)
  const started = performance.now()
  execFileSync('sqlite3', [join(folder, 'baseline.db'), `.read ${join(folder, 'import.sql')}`], { stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - started
}

function looseSchema(db: Database): string {
  const names = Object.keys(TABLES)
    .map((name) => `'${name}'`)
    .join(', ')
  return db
    .all<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE tbl_name IN (${names}) AND sql IS NOT NULL ORDER BY type DESC`)
    .map(
      ({ sql }) =>
        `${withoutChecks(sql)
          .replace(/\bSTRICT, /, '')
          .replace(/REFERENCES \w+ \(\w+\)/g, '')};`,
    )
    .join('\n')
}

/** Takes out `CHECK (…)`, whose brackets nest. */
function withoutChecks(sql: string): string {
  const at = sql.indexOf('CHECK (')
  if (at < 0) return sql
  let depth = 0
  for (let end = at + 'CHECK '.length; end < sql.length; end += 1) {
    if (sql[end] === '(') depth += 1
    if (sql[end] === ')') depth -= 1
    if (depth === 0) return withoutChecks(sql.slice(0, at) + sql.slice(end + 1))
  }
  return sql
}
