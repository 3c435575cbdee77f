import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarSettings as Calendar } from '@contract/scheduler'
import { DateField } from '@/kit/date-field'
import { useFormat } from '@/kit/format/use-format'
import classes from './settings.module.css'

type Extra = Calendar['extraHolidays'][number]

/** Days on which the desk is closed besides public holidays. */
export function ExtraHolidays({ holidays, onChange }: { holidays: readonly Extra[]; onChange: (holidays: Extra[]) => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [date, setDate] = useState<string | null>(null)
  const [name, setName] = useState('')
  const known = date !== null && holidays.some((holiday) => holiday.date === date)
  const add = (): void => {
    if (date === null || known) return
    onChange([...holidays, { date, name: name.trim() }].sort((a, b) => a.date.localeCompare(b.date)))
    setDate(null)
    setName('')
  }
  return (
    <>
      <div>
        <p className={classes.label}>{t('calendar.extra')}</p>
        <p className={classes.text}>{t('calendar.extraText')}</p>
      </div>
      {holidays.length === 0 ? null : (
        <ul className={classes.list}>
          {holidays.map((holiday) => (
            <li key={holiday.date}>
              <span className={classes.when}>{format.date(holiday.date)}</span>
              <span className={classes.grow}>{holiday.name}</span>
              <ActionIcon
                aria-label={t('calendar.removeExtra', { name: holiday.name })}
                onClick={() => onChange(holidays.filter((other) => other !== holiday))}
              >
                <IconTrash size={15} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.line}>
        <DateField quiet label={t('calendar.extraDate')} value={date} onChange={setDate} width={150} />
        <TextInput
          aria-label={t('calendar.extraName')}
          placeholder={t('calendar.extraName')}
          value={name}
          maxLength={100}
          w={220}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button leftSection={<IconPlus size={14} />} disabled={date === null || known || name.trim() === ''} onClick={add}>
          {t('calendar.addExtra')}
        </Button>
        {known ? <span className={classes.text}>{t('calendar.extraKnown')}</span> : null}
      </div>
    </>
  )
}
