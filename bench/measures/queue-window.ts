import { resolve } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { median, reported, type Measure } from '../result'

const project = resolve(__dirname, '../..')
const DECISIONS = 30
/** px a second, as a wheel that is turned fast. */
const SPEED = 3_000
const DISTANCE = 20_000

/** Real windows on 200,000 reviews: from the key that decides to the next review painted, and the queue scrolled under a frame trace. */
export async function measureQueue(folder: string, passphrase: string): Promise<Measure[]> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ cwd: project, args: [...root, project, '--workspace', folder] })
  const page = await app.firstWindow()
  try {
    await page.getByLabel('Passphrase of', { exact: false }).first().fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    await page.keyboard.type('gr')
    await page.waitForSelector('[data-row]')
    const decided = await decisionTimes(page)
    const frames = await scrolled(page)
    return [
      reported('Decision to the next review painted', median(decided), 'ms', `median of ${DECISIONS} accepts by A Enter, worst ${Math.round(Math.max(...decided))} ms`),
      reported('Frames dropped while the queue is scrolled', frames.dropped, 'frames', `of ${frames.all} in the trace of ${DISTANCE.toLocaleString('en')} px`),
    ]
  } finally {
    await app.close()
  }
}

/** ms of each decision, measured in the page from the key to the second frame after the other review's heading is there. */
async function decisionTimes(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let nth = 0; nth < DECISIONS; nth += 1) {
    const heading = page.locator('[data-review-name]')
    await heading.waitFor()
    await page.keyboard.press('1')
    await page.keyboard.press('a')
    await page.getByRole('button', { name: /^Accept/ }).first().waitFor()
    // Watching begins before the key is sent.
    const watch = await page.evaluateHandle(() => ({
      painted: new Promise<number>((done) => {
        const name = (): string | null => document.querySelector('[data-review-name]')?.textContent ?? null
        const before = name()
        let began = 0
        addEventListener('keydown', () => (began = performance.now()), { capture: true, once: true })
        const look = (): void => {
          if (began === 0 || name() === before || name() === null) return void requestAnimationFrame(look)
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
        }
        look()
      }),
    }))
    await page.keyboard.press('Enter')
    times.push(await watch.evaluate(({ painted }) => painted))
  }
  return times
}

interface TraceEvent {
  name: string
  args?: { chrome_frame_reporter?: { state?: string }; frame_reporter?: { state?: string } }
}

/** Frames of the compositor: those that had something new to show and came too late are dropped. */
async function scrolled(page: Page): Promise<{ all: number; dropped: number }> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((done) => session.on('Tracing.tracingComplete', done))
  await session.send('Tracing.start', { categories: 'cc,benchmark,devtools.timeline.frame', transferMode: 'ReportEvents' })
  const { x, y } = (await page.locator('[data-row]').first().boundingBox())!
  await session.send('Input.synthesizeScrollGesture', { x: x + 40, y: y + 200, yDistance: -DISTANCE, speed: SPEED, gestureSourceType: 'mouse' })
  await session.send('Tracing.end')
  await complete
  const states = events
    .filter(({ name }) => name === 'PipelineReporter')
    .map(({ args }) => args?.chrome_frame_reporter?.state ?? args?.frame_reporter?.state)
    .filter((state) => state !== undefined)
  return { all: states.length, dropped: states.filter((state) => state === 'STATE_DROPPED').length }
}
