import type { TFunction } from 'i18next'
import type { ReviewReport } from '@contract/reviews'
import type { Formatters } from '@/kit/format/formatters'
import type { Column } from '@/kit/table'

export type DayRow = ReviewReport['days'][number]
export type OutcomeRow = ReviewReport['outcomes'][number]
export type ReasonRow = ReviewReport['reasons'][number]
export type ReviewerRow = ReviewReport['reviewers'][number]
export interface TimeRow {
  upToMs: number | null
  aboveMs: number
  count: number
}

const HOUR = 3_600_000
const MINUTE = 60_000

type Translate = TFunction<'reports'>

/** What is shown as tables, saved as CSV and printed. Saved dates are ISO, times are minutes: a spreadsheet can count with them. */
export function reportColumns(t: Translate, format: Formatters, decisions: number) {
  const name = <Row>(header: string, text: (row: Row) => string): Column<Row> => ({ id: 'name', header, width: 200, cell: text, text })
  const count = <Row>(id: string, header: string, value: (row: Row) => number): Column<Row> => ({
    id,
    header,
    width: 80,
    align: 'right',
    cell: (row) => format.number(value(row)),
    text: value,
  })
  const share = (row: { count: number }): number => Math.round((row.count / Math.max(1, decisions)) * 1000)
  const days: Column<DayRow>[] = [
    { id: 'date', header: t('days.date'), width: 120, cell: ({ date }) => format.dateShort(date), text: ({ date }) => date },
    count('submitted', t('days.submitted'), (row) => row.submitted),
    count('decided', t('days.decided'), (row) => row.decided),
    count('overdue', t('days.overdue'), (row) => row.overdue),
  ]
  const outcomes: Column<OutcomeRow>[] = [
    name(t('outcomes.outcome'), ({ outcome }) => t(`outcome.${outcome}`)),
    count('count', t('outcomes.count'), (row) => row.count),
    { id: 'share', header: t('outcomes.share'), width: 80, align: 'right', cell: (row) => format.permille(share(row), false), text: (row) => share(row) / 10 },
  ]
  const reasons: Column<ReasonRow>[] = [name(t('reasons.reason'), ({ title }) => title), count('count', t('reasons.count'), (row) => row.count)]
  const times: Column<TimeRow>[] = [
    name(t('times.time'), (row) => spanOfTime(row, format)),
    count('count', t('times.count'), (row) => row.count),
  ]
  const reviewers: Column<ReviewerRow>[] = [
    name(t('reviewers.reviewer'), (row) => row.name),
    count('decided', t('reviewers.decided'), decidedBy),
    count('accepted', t('outcome.accept'), (row) => row.accepted),
    count('queried', t('outcome.query'), (row) => row.queried),
    count('rejected', t('outcome.reject'), (row) => row.rejected),
    {
      id: 'median',
      header: t('reviewers.median'),
      width: 80,
      align: 'right',
      cell: ({ medianMs }) => (medianMs === null ? '–' : format.duration(medianMs)),
      text: ({ medianMs }) => (medianMs === null ? null : Math.round(medianMs / MINUTE)),
    },
  ]
  const savedReviewers = reviewers.map((column) => (column.id === 'median' ? { ...column, header: t('reviewers.medianMinutes') } : column))
  return { days, outcomes, reasons, times, reviewers, savedReviewers }
}

export const decidedBy = ({ accepted, queried, rejected }: ReviewerRow): number => accepted + queried + rejected

/** `2–4 h`, `> 16 h` */
export function spanOfTime({ upToMs, aboveMs }: TimeRow, format: Formatters): string {
  const from = format.number(aboveMs / HOUR)
  return upToMs === null ? `> ${from} h` : `${from}–${format.number(upToMs / HOUR)} h`
}

/** Each with the bound below it. */
export function timeRows(report: ReviewReport): TimeRow[] {
  return report.timeToDecision.map((row, index) => ({ ...row, aboveMs: report.timeToDecision[index - 1]?.upToMs ?? 0 }))
}
