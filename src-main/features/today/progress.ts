import type { TodayView } from '@contract/today'
import { addDays, dayOf, instantOf, localDate, weekdayOf } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { readCalendar } from '@kernel/settings/index'
import { casesOnDay, entriesOfKind, firstEntrySince, troubledDays } from './store'

type Funnel = TodayView['funnel'][number]

const DAYS = [1, 2, 3, 4] as const
const MAIL_TROUBLE = [
  ['unknown', 'mail_unknown'],
  ['failed', 'mail_failed'],
  ['retry', 'mail_retry'],
] as const
const CASE_TROUBLE = [
  ['stopped', 'bounced'],
  ['approval', 'approval'],
  ['paused', 'paused'],
] as const

/** Open cases by day of the process; `trouble`: those that don't go on by themselves, named by what holds most of them. */
export function funnelOf(db: ReadDb, days: Readonly<Record<'1' | '2' | '3' | '4', { count: number }>>): Funnel[] {
  const mail = MAIL_TROUBLE.map(([state, kind]) => ({ kind, days: troubledDays(db, state) }))
  return DAYS.map((day) => {
    const { count } = days[`${day}`]
    const found =
      count === 0
        ? []
        : [
            ...CASE_TROUBLE.map(([tab, kind]) => ({ kind, n: casesOnDay(db, tab, day) })),
            ...mail.map(({ kind, days: byDay }) => ({ kind, n: byDay.get(day) ?? 0 })),
          ]
    const trouble = Math.min(
      count,
      found.reduce((sum, { n }) => sum + n, 0),
    )
    const most = found.reduce<{ kind: string; n: number } | null>((best, one) => (one.n > (best?.n ?? 0) ? one : best), null)
    return { day, count, trouble, troubleKind: most?.kind ?? null }
  })
}

const KINDS = { warnings: 'limits.warned', restricted: 'limits.restricted', upgraded: 'limits.upgraded', resolved: 'limits.resolved' } as const
type Steps = Record<keyof typeof KINDS, number>

/** An entry's number stands for its time: counting needs no more than the index by kind. */
function stepsBetween(db: ReadDb, from: number | null, to: number | null): Steps {
  const count = (kind: string): number => entriesOfKind(db, kind, from, to)
  return { warnings: count(KINDS.warnings), restricted: count(KINDS.restricted), upgraded: count(KINDS.upgraded), resolved: count(KINDS.resolved) }
}

const SHOWN_DAYS = 14

/** Days are the desk calendar's, the oldest first; today is the last. */
export function historyOf(db: ReadDb, now: number): TodayView['history'] {
  const { zone } = readCalendar(db)
  const today = localDate(now, zone)
  const dates = Array.from({ length: SHOWN_DAYS }, (_, n) => addDays(today, n - SHOWN_DAYS + 1))
  const starts = dates.map((date) => firstEntrySince(db, instantOf(date, 0, zone)))
  return dates.map((date, n) => ({ date, ...stepsBetween(db, starts[n]!, starts[n + 1] ?? null) }))
}

/** Since Monday. */
export function weekOf(db: ReadDb, now: number): TodayView['week'] {
  const { zone } = readCalendar(db)
  const today = localDate(now, zone)
  return stepsBetween(db, firstEntrySince(db, instantOf(addDays(today, -weekdayOf(dayOf(today))), 0, zone)), null)
}
