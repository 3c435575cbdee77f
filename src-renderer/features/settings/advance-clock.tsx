import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { DateField } from '@/kit/date-field'
import { FailureNote } from '@/kit/failure-note'
import { useFormat, useOwnZone } from '@/kit/format/use-format'
import { addDays, instantAt, minutesOfDay } from '@/kit/format/zoned'
import { Panel } from '@/kit/panel'
import { tell } from '@/kit/tell'
import { ClockSelect } from './clock-select'
import classes from './settings.module.css'

/** A simulation's own clock, moved on step by step: everything due until then happens. */
export function AdvanceClock({ now }: { now: number }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const zone = useOwnZone()
  const today = format.isoDate(now)
  const [date, setDate] = useState(() => addDays(today, 1))
  const [minutes, setMinutes] = useState(() => minutesOfDay(now, zone))
  const until = instantAt(date, minutes, zone)
  const advance = useDeskCommand('scheduler.advance', {
    failures: 'inline',
    onDone: ({ steps }, input) => {
      setDate(addDays(format.isoDate(input.until), 1))
      tell({ tone: 'ok', text: t('scheduler.ran', { count: steps, number: format.number(steps) }) })
    },
  })
  return (
    <Panel title={t('advance.title')} note={t('advance.note', { now: format.dateTimeFull(now) })}>
      <div className={classes.fields}>
        <div className={classes.line}>
          <DateField quiet label={t('advance.date')} value={date} min={today} width={150} onChange={(next) => next !== null && setDate(next)} />
          <ClockSelect quiet label={t('advance.time')} value={minutes} to={1439} onChange={setMinutes} />
          <Button variant="filled" loading={advance.running} disabled={until <= now} onClick={() => void advance.run({ until })}>
            {t('advance.go')}
          </Button>
          {advance.running ? <Button onClick={advance.cancel}>{t('advance.stop')}</Button> : null}
          {until <= now ? <span className={classes.text}>{t('advance.past')}</span> : null}
        </div>
        <FailureNote failure={advance.failure} />
      </div>
    </Panel>
  )
}
