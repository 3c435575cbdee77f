import { Button } from '@mantine/core'
import {
  IconCircleArrowUp,
  IconCheck,
  IconClipboard,
  IconDownload,
  IconLock,
  IconMail,
  IconRubberStamp,
  IconTimeline,
  type Icon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow, DryRunResult } from '@contract/limits'
import { useDeskQuery } from '@/app/bridge/queries'
import { clockNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { DateField } from '@/kit/date-field'
import { addDays, endOfDay } from '@/kit/format/zoned'
import { useFormat, useOwnZone } from '@/kit/format/use-format'
import { EmptyState, ErrorState, LoadingState } from '@/kit/state-views'
import { exportRows } from '@/kit/table/csv'
import { copyText, toTsv } from '@/kit/table/tsv'
import { tell } from '@/kit/tell'
import { stepTitle } from './case-words'
import { useDryRunColumns } from './dry-run-columns'
import { stepDays, type StepDay, type StepLine } from './dry-run-days'
import classes from './dry-run.module.css'

const ICONS: readonly (readonly [RegExp, Icon, 'bad' | 'ok' | 'warn' | null])[] = [
  [/warn/, IconMail, null],
  [/restrict/, IconLock, 'bad'],
  [/upgrade/, IconCircleArrowUp, 'ok'],
  [/approv/, IconRubberStamp, 'warn'],
]

interface DryRunProps {
  selected: readonly CaseRow[]
  onCarryOut: (preview: DryRunResult) => void
}

/** LIM-13: what the scheduler will do until a date, without doing any of it. */
export function DryRun({ selected, onCarryOut }: DryRunProps) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const zone = useOwnZone()
  const mayCarryOut = useMay(['admin'])
  const today = format.isoDate(clockNow())
  const [until, setUntil] = useState(() => addDays(today, 3))
  const run = useDeskQuery('limits.dry_run', { until: endOfDay(until, zone), limit: 500 }, { keepPrevious: true })
  const columns = useDryRunColumns()
  const data = run.data
  const days = data === undefined ? [] : stepDays(data.steps, (at) => format.isoDate(at))
  const copy = (): void => {
    if (data !== undefined && copyText(toTsv(columns, data.steps)))
      tell({ tone: 'ok', text: t('dryRun.copied', { count: data.steps.length, number: format.number(data.steps.length) }) })
  }
  return (
    <section className={classes.run} aria-label={t('dryRun.title')}>
      <header className={classes.head}>
        <IconTimeline size={16} stroke={1.7} aria-hidden />
        <h2>{t('dryRun.title')}</h2>
        <span className={classes.nothing}>{t('dryRun.nothing')}</span>
      </header>
      <div className={classes.until}>
        <span>{t('dryRun.until')}</span>
        <DateField quiet label={t('dryRun.untilLabel')} value={until} onChange={(date) => date !== null && setUntil(date)} min={today} width={124} />
      </div>
      {data === undefined ? null : <Counts counts={data.counts} />}
      <div className={classes.list} tabIndex={0} role="group" aria-label={t('dryRun.steps')}>
        {run.isPending ? <LoadingState lines={6} /> : null}
        {run.error === null ? null : <ErrorState title={t('dryRun.error')} failure={run.error} onRetry={() => void run.refetch()} />}
        {data !== undefined && data.steps.length === 0 ? <EmptyState title={t('dryRun.emptyTitle')} text={t('dryRun.emptyText')} /> : null}
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
        {data?.more === true ? <p className={classes.more}>{t('dryRun.more', { number: format.number(data.steps.length) })}</p> : null}
      </div>
      <footer className={classes.foot}>
        {mayCarryOut ? (
          <Button variant="filled" disabled={selected.length === 0 || data === undefined} onClick={() => data !== undefined && onCarryOut(data)}>
            {selected.length === 0
              ? t('dryRun.carryOutNone')
              : t('dryRun.carryOut', { count: selected.length, number: format.number(selected.length) })}
          </Button>
        ) : (
          <span className={classes.who}>{t('dryRun.adminCarriesOut')}</span>
        )}
        <Button
          leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
          disabled={days.length === 0}
          onClick={() => data !== undefined && void exportRows('dry-run', columns, data.steps)}
        >
          {t('dryRun.csv')}
        </Button>
        <Button aria-label={t('dryRun.copy')} title={t('dryRun.copy')} disabled={days.length === 0} onClick={copy} px={7}>
          <IconClipboard size={15} stroke={1.7} aria-hidden />
        </Button>
      </footer>
    </section>
  )
}

function Counts({ counts }: { counts: DryRunResult['counts'] }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const shown = (['warnings', 'restrictions', 'upgrades', 'approvals', 'other'] as const).filter(
    (name) => counts[name] > 0 || !['approvals', 'other'].includes(name),
  )
  return (
    <dl className={classes.counts}>
      {shown.map((name) => (
        <div key={name}>
          <dd>{format.number(counts[name])}</dd>
          <dt>{t(`dryRun.count.${name}`, { count: counts[name] })}</dt>
        </div>
      ))}
    </dl>
  )
}

function Day({ day }: { day: StepDay }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  return (
    <section>
      <h3 className={classes.day}>
        <span>{format.dayHead(day.date, clockNow())}</span>
        <span>{t('dryRun.stepCount', { count: day.count, number: format.number(day.count) })}</span>
      </h3>
      <ul className={classes.lines}>
        {day.lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { line: StepLine }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const [, LineIcon, tone] = ICONS.find(([pattern]) => pattern.test(line.step)) ?? [null, IconCheck, null]
  const plans = line.toPlan === null ? null : line.fromPlan === null ? line.toPlan : `${line.fromPlan} → ${line.toPlan}`
  return (
    <li className={classes.line}>
      <time>{format.time(line.at)}</time>
      <LineIcon size={15} stroke={1.7} data-tone={tone ?? undefined} aria-hidden />
      <div>
        <p>{plans === null ? stepTitle(line.step) : t('dryRun.withPlans', { step: stepTitle(line.step), plans })}</p>
        <p className={classes.company}>
          {line.more === 0 ? line.company : t('dryRun.companyMore', { company: line.company, number: format.number(line.more) })}
        </p>
      </div>
    </li>
  )
}
