import { useTranslation } from 'react-i18next'
import type { BurnDown } from '@contract/reviews'
import { ChartPanel } from '@/kit/charts/chart-panel'
import { ColumnBars } from '@/kit/charts/column-bars'
import { useFormat } from '@/kit/format/use-format'
import type { Column } from '@/kit/table'

interface Day {
  date: string
  mine: number
  team: number
}

/** DSK-02: throughput. Decided per day by me or by everybody; the accent is today. */
export function Decided({ burnDown, team }: { burnDown: BurnDown; team: boolean }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const days: Day[] = burnDown.team.map(({ date, count }, index) => ({ date, team: count, mine: burnDown.mine[index]?.count ?? 0 }))
  const shown = team ? 'team' : 'mine'
  const sum = days.reduce((total, day) => total + day[shown], 0)
  const count = (id: 'mine' | 'team'): Column<Day> => ({
    id,
    header: t(`decided.${id}`),
    width: 80,
    align: 'right',
    cell: (day) => format.number(day[id]),
    text: (day) => day[id],
  })
  const columns: Column<Day>[] = [
    { id: 'date', header: t('history.date'), width: 120, cell: ({ date }) => format.dateShort(date), text: ({ date }) => date },
    count('mine'),
    count('team'),
  ]
  return (
    <ChartPanel
      id="today.decided"
      title={t(team ? 'decided.titleTeam' : 'decided.title')}
      note={t('decided.note', { number: format.number(sum) })}
      columns={columns}
      rows={[...days].reverse()}
      rowKey={({ date }) => date}
      chart={
        <ColumnBars
          spoken={t('decided.spoken', { sum: format.number(sum), today: format.number(days.at(-1)?.[shown] ?? 0) })}
          bars={days.map((day, index) => ({
            id: day.date,
            value: day[shown],
            text: day[shown] === 0 ? '' : format.number(day[shown]),
            label: format.weekdayShort(day.date),
            below: String(Number(day.date.slice(8))),
            accent: index === days.length - 1,
          }))}
        />
      }
    />
  )
}
