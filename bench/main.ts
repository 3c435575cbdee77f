import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDesk, workspaceExists } from '@desk/create-desk'
import { importInChild, measureImport } from './measures/import'
import { measureLists } from './measures/lists'
import { largeFolder, largeQueue, measureReviews, PASSPHRASE } from './measures/reviews'
import { measureIdle, measureSweep } from './measures/sweep'
import { exceeds, table, type Measure } from './result'
import { caller, makeFeeds, makeWorkspace, take } from './workspace'

const SMALL = 10_000

const { values } = parseArgs({
  options: { accounts: { type: 'string', default: '50000' }, only: { type: 'string' }, 'child-import': { type: 'boolean' } },
  allowPositionals: true,
})

async function all(accounts: number, only: ReadonlySet<string> | null): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-bench-'))
  const wants = (name: string): boolean => only === null || only.has(name)
  const measures: Measure[] = []
  const say = (found: readonly Measure[]): void => {
    measures.push(...found)
    process.stderr.write(`${table(found).split('\n').slice(2).join('\n')}\n`)
  }
  try {
    const sizes = `${accounts.toLocaleString('en')} against ${SMALL.toLocaleString('en')} accounts`
    if (wants('import')) say(await measureImport(folder, await makeFeeds(join(folder, 'feeds'), accounts), accounts))
    if (wants('sweep')) say(await measureSweep(folder))
    if (wants('lists')) {
      // The import's own workspace, where there is one: a million accounts are taken once.
      const large = await filled(join(folder, 'import'), accounts)
      const small = await filled(join(folder, 'small'), SMALL)
      say(await measureLists(caller(large), caller(small), sizes))
      say(await measureIdle(large, small, sizes))
      await large.close()
      await small.close()
    }
    if (wants('reviews')) say(await measureReviews(folder))
    if (wants('queue')) {
      await (await largeQueue(folder)).close()
      const { measureQueue } = await import('./measures/queue-window')
      say(await measureQueue(largeFolder(folder), PASSPHRASE))
    }
    if (wants('window')) {
      // The browser driver's own memory is not the import's.
      const { measureWindow } = await import('./measures/window')
      say(await measureWindow(join(folder, 'window')))
    }
    return measures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function filled(folder: string, accounts: number): Promise<ReturnType<typeof makeWorkspace>> {
  const taken = workspaceExists(folder)
  const files = await makeFeeds(`${folder}-feeds`, accounts)
  const desk = taken ? createDesk({ folder }) : makeWorkspace(folder)
  if (!taken) await take(caller(desk), files.plans, files.teams, files.accounts)
  await take(caller(desk), files.over)
  await desk.tick()
  return desk
}

async function main(): Promise<number> {
  const accounts = Number(values.accounts)
  if (!Number.isSafeInteger(accounts) || accounts < SMALL) {
    process.stderr.write(`--accounts wants a whole number of at least ${SMALL}\n`)
    return 2
  }
  const measures = await all(accounts, values.only === undefined ? null : new Set(values.only.split(',')))
  const results = resolve(__dirname, '../../bench/results')
  mkdirSync(results, { recursive: true })
  const file = join(results, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
  writeFileSync(file, `${JSON.stringify({ accounts, cores: cpus().length, node: process.version, measures }, null, 2)}\n`)
  process.stdout.write(`\n${accounts.toLocaleString('en')} accounts, ${cpus().length} cores\n\n${table(measures)}\n\n${file}\n`)
  const over = measures.filter(exceeds)
  if (over.length > 0) process.stdout.write(`Over their gate: ${over.map(({ name }) => name).join(', ')}\n`)
  return over.length > 0 ? 1 : 0
}

if (values['child-import'] === true) {
  const [folder, file] = process.argv.slice(3)
  void importInChild(folder!, file!).then((result) => process.stdout.write(JSON.stringify(result)))
} else {
  void main().then((status) => {
    process.exitCode = status
  })
}
