import { Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { clockNow } from '@/app/session/clock'
import { DateField } from '@/kit/date-field'
import { ConfirmDialog } from '@/kit/dialog'
import { useFormat, useOwnZone } from '@/kit/format/use-format'
import { addDays, instantAt } from '@/kit/format/zoned'
import { tell } from '@/kit/tell'
import classes from './deciding.module.css'
import type { ReviewDialogProps } from './review-dialogs'

const HOUR = 3_600_000
/** When a day's work begins, minutes after midnight. */
const MORNING = 9 * 60
const LEAST = 3
const WHENS = ['hour', 'afternoon', 'tomorrow', 'date'] as const
type When = (typeof WHENS)[number]

/** REV-14: out of one's own queue until a time; the clock runs on. */
export function SnoozeDialog({ review, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const zone = useOwnZone()
  const [now] = useState(clockNow)
  const today = format.isoDate(now)
  const [when, setWhen] = useState<When>('hour')
  const [date, setDate] = useState<string | null>(() => addDays(today, 2))
  const [note, setNote] = useState('')
  const ends: Record<When, number | null> = {
    hour: now + HOUR,
    afternoon: now + 4 * HOUR,
    tomorrow: instantAt(addDays(today, 1), MORNING, zone),
    date: date === null ? null : instantAt(date, MORNING, zone),
  }
  const until = ends[when]
  const { run, running, failure } = useDeskCommand('reviews.snooze', {
    failures: 'inline',
    onDone: (_, input) => {
      tell({ tone: 'ok', text: t('snooze.done', { group: review.groupName, until: format.when(input.until, now) }) })
      onDone()
    },
  })
  const late = until !== null && review.sla.dueAt !== null && until > review.sla.dueAt
  const missing = until === null ? t('snooze.choose') : note.trim().length < LEAST ? t('note.missing') : null
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('snooze.title', { group: review.groupName })}
      confirmLabel={t('snooze.confirm')}
      onConfirm={() => until !== null && void run({ id: review.id, until, note: note.trim() })}
      confirmDisabled={missing !== null}
      remark={missing ?? t(late ? 'snooze.late' : 'snooze.remark')}
      running={running}
      failure={failure}
    >
      <Radio.Group label={t('snooze.until')} value={when} onChange={(value) => setWhen(value as When)}>
        <div className={classes.whens}>
          {WHENS.map((value, index) => (
            <Radio
              key={value}
              value={value}
              size="xs"
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              label={value === 'date' ? t('snooze.date') : t(`snooze.${value}`, { at: format.when(ends[value] ?? now, now) })}
            />
          ))}
        </div>
      </Radio.Group>
      {when === 'date' ? <DateField label={t('snooze.day')} value={date} onChange={setDate} min={addDays(today, 1)} width={190} /> : null}
      <Textarea
        label={t('note.label')}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
