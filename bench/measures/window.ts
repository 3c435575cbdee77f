import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { median, ratio, reported, type Measure } from '../result'

const project = resolve(__dirname, '../..')
const STARTS = 9
const CALLS = 3_000

interface Started {
  app: ElectronApplication
  page: Page
  ms: number
}

/** ms from the command to the first painted frame that shows `selector`. */
async function start(folder: string, parameters: readonly string[], selector: string): Promise<Started> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const began = performance.now()
  const app = await _electron.launch({ cwd: project, args: [...root, folder, ...parameters] })
  const page = await app.firstWindow()
  await page.waitForSelector(selector)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  return { app, page, ms: performance.now() - began }
}

type Program = readonly [folder: string, parameters: readonly string[], selector: string]

/** ms of each start of both, in turn, so that a busy machine slows both. The first ones fill the system's caches. */
async function startTimes(programs: readonly Program[]): Promise<number[][]> {
  const times: number[][] = programs.map(() => [])
  for (let run = 0; run <= STARTS; run += 1) {
    for (const [nth, program] of programs.entries()) {
      const { app, ms } = await start(...program)
      await app.close()
      if (run > 0) times[nth]!.push(ms)
    }
  }
  return times
}

/** Mean ms of a round trip from the page. */
function roundTrip(page: Page, call: string): Promise<number> {
  return page.evaluate(
    `(async () => { const call = ${call}; for (let i = 0; i < 300; i += 1) await call(); const began = performance.now(); for (let i = 0; i < ${CALLS}; i += 1) await call(); return (performance.now() - began) / ${CALLS} })()`,
  )
}

/** Cold start to the painted first screen, and a call over the bridge, against an empty window and a bare port of the same Electron. */
export async function measureWindow(folder: string): Promise<Measure[]> {
  const bare = join(project, 'bench', 'bare')
  const parameters = ['--workspace', folder]
  const [ours, empty] = await startTimes([
    [project, parameters, 'h1, h2'],
    [bare, [], '#painted'],
  ])
  const reeveStart = median(ours!)
  const bareStart = median(empty!)

  const own = await start(project, parameters, 'h1, h2')
  const other = await start(bare, [], '#painted')
  const bridge: number[] = []
  const port: number[] = []
  for (let run = 0; run < 5; run += 1) {
    bridge.push(await roundTrip(own.page, "() => window.reeve.call('access.session', {})"))
    port.push(await roundTrip(other.page, "() => window.bare.echo({ op: 'access.session', input: {} })"))
  }
  await own.app.close()
  await other.app.close()
  return [
    ratio('Bridge call against a bare MessagePort', median(bridge) / median(port), 1.5, 'from the page, validated and authorised'),
    reported('Bridge call', median(bridge), 'ms', `mean of ${CALLS.toLocaleString('en')}`),
    ratio('Cold start against an empty window', reeveStart / bareStart, 1.5, 'to the painted first screen, same Electron'),
    reported('Cold start', reeveStart, 'ms', `median of ${STARTS}`),
  ]
}
