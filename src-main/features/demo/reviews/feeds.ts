import { join } from 'node:path'
import { workingCalendar } from '@kernel/calendar/index'
import { DEFAULT_CALENDAR } from '@kernel/settings/index'
import { writeCsv, type DemoSize, type Row } from '../feeds'
import { castOf } from './cast'
import { noRows, REVIEW_KINDS } from './facts'
import { addHappening, happeningsOf } from './happening'
import { workingMinutesBefore } from './working-minutes'

/** What the platform would report of contact lists at `now` (ms UTC), one file a kind; answers the files. Memory stays flat. */
export async function writeReviewFeeds(folder: string, size: DemoSize, now: number): Promise<string[]> {
  const calendar = workingCalendar(DEFAULT_CALENDAR)
  const known = new Map<number, number>()
  const timeOf = (minutes: number): number => {
    const before = known.get(minutes) ?? workingMinutesBefore(now, minutes, calendar)
    known.set(minutes, before)
    return before
  }
  const files: string[] = []
  for (const kind of REVIEW_KINDS) files.push(await writeCsv(join(folder, `${kind}.csv`), rowsOf(kind, size, timeOf)))
  return files
}

function* rowsOf(kind: (typeof REVIEW_KINDS)[number], size: DemoSize, timeOf: (minutes: number) => number): Generator<Row> {
  for (const part of castOf(size, true)) {
    const rows = noRows()
    for (const one of happeningsOf(part, timeOf)) addHappening(rows, one)
    // One id stands once in a file: the list as it is by now.
    yield* kind === 'groups' ? rows.groups.slice(-1) : rows[kind]
  }
}
