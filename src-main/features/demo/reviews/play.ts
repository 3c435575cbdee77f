import { join } from 'node:path'
import { workingCalendar } from '@kernel/calendar/index'
import { readCalendar } from '@kernel/settings/index'
import type { Services } from '@kernel/services'
import { writeCsv, type DemoSize } from '../feeds'
import { castOf } from './cast'
import { act, type CallAs, type Deciding } from './decide'
import { noRows, REVIEW_KINDS } from './facts'
import { addHappening, happeningsOf, type Happening } from './happening'
import { peopleOf } from './people'
import type { Does } from './stories'
import { STAFF_WORDS } from './words'
import { workingMinutesBefore } from './working-minutes'

export interface Play {
  /** Lets everything happen that happens until then (ms UTC): facts by the import, decisions by people at their time. */
  until(at: number): Promise<void>
}

export interface Stage {
  readonly services: Services
  readonly call: CallAs
  readonly folder: string
  take(files: readonly string[]): Promise<void>
  advance(until: number): Promise<unknown>
}

const BY_FEED: ReadonlySet<Does> = new Set(['submits', 'answers', 'grows', 'goes'])

/** DSK-08: the demo's reviews, over the weeks before `end` (ms UTC). Nothing in it is a faked row. */
export async function playReviews(stage: Stage, size: DemoSize, end: number): Promise<Play> {
  const { services, call } = stage
  const people = await peopleOf(services)
  const calendar = workingCalendar(readCalendar(services.db))
  const timeOf = (minutes: number): number => workingMinutesBefore(end, minutes, calendar)
  const policy = await call(people.AB, 'reviews.policy', {})
  const deciding: Deciding = { services, call, people, calendar, reasons: new Map(policy.reasons.map(({ code, id }) => [code, id])) }
  const left = [...castOf(size, false)].flatMap((part) => happeningsOf(part, timeOf)).sort((a, b) => a.at - b.at)
  const [overdue, flagged, forms] = STAFF_WORDS[people.AB.language].views
  await call(people.AB, 'reviews.save_view', { name: overdue, filter: { tab: 'queue', overdue: true } })
  await call(people.AB, 'reviews.save_view', { name: flagged, filter: { tab: 'queue', flagged: true } })
  await call(people.AB, 'reviews.save_view', { name: forms, filter: { tab: 'queue', method: 'web_form' } })

  let reported: Happening[] = []
  let files = 0
  /** As the platform would: what came together in one go, a file a kind. */
  const report = async (): Promise<void> => {
    if (reported.length === 0) return
    const rows = noRows()
    for (const one of reported) addHappening(rows, one)
    await stage.advance(Math.max(services.clock.now(), reported.at(-1)!.at))
    reported = []
    files += 1
    const kinds = REVIEW_KINDS.filter((kind) => rows[kind].length > 0)
    await stage.take(await Promise.all(kinds.map((kind) => writeCsv(join(stage.folder, `${kind}-${files}.csv`), rows[kind]))))
  }
  return {
    async until(at) {
      while (left.length > 0 && left[0]!.at <= at) {
        const next = left.shift()!
        if (next.act === null || BY_FEED.has(next.act.does)) {
          // One id stands once in a file.
          if (reported.some(({ part }) => part === next.part) && next.act?.does !== 'submits') await report()
          reported.push(next)
          continue
        }
        // What concerns other lists comes with the next feed.
        if (reported.some(({ part }) => part === next.part)) await report()
        await stage.advance(Math.max(services.clock.now(), next.at))
        await act(deciding, next.part, next.act)
      }
      await report()
    },
  }
}
