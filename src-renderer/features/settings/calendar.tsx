import { MultiSelect, Select, Switch } from '@mantine/core'
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarSettings as Calendar } from '@contract/scheduler'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { useFormat } from '@/kit/format/use-format'
import { ClockSelect } from './clock-select'
import { ExtraHolidays } from './extra-holidays'
import { Holidays } from './holidays'
import { REGIONS, regionName } from './regions'
import { SettingForm, Stored } from './setting'
import classes from './settings.module.css'
import { useDraft } from './use-draft'

const NINE = 9 * 60
const FIVE = 17 * 60

/** The working calendar: zone, hours, holidays, and when warnings may leave (LIM-17). */
export function CalendarSettings() {
  const query = useDeskQuery('settings.calendar', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>
        {(calendar) => (
          <>
            <CalendarForm stored={calendar} />
            <Holidays regions={calendar.regions} />
          </>
        )}
      </Stored>
    </div>
  )
}

function CalendarForm({ stored }: { stored: Calendar }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const draft = useDraft(stored)
  const { value, change } = draft
  const save = useDeskCommand('settings.set_calendar', { failures: 'inline' })
  const zones = useMemo(() => [...new Set([value.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [value.zone])
  const regions = useMemo(
    () =>
      [...new Set([...REGIONS, ...value.regions])].map((region) => ({ value: region, label: `${regionName(region, format.country)} (${region})` })),
    [value.regions, format],
  )
  const setHours = (day: number, hours: Calendar['hours'][number]): void =>
    change({ hours: value.hours.map((own, index) => (index === day ? hours : own)) })
  const wrongDay = value.hours.findIndex((hours) => hours !== null && hours.from >= hours.to)
  const blocked =
    wrongDay >= 0
      ? t('calendar.wrongHours', { day: format.weekday(wrongDay) })
      : value.hours.every((hours) => hours === null)
        ? t('calendar.noDay')
        : value.warningWindow.from >= value.warningWindow.to
          ? t('calendar.wrongWindow')
          : value.extraHolidays.some(({ name }) => name.trim() === '')
            ? t('calendar.namelessHoliday')
            : null
  return (
    <SettingForm
      title={t('calendar.title')}
      note={t('calendar.note')}
      dirty={draft.dirty}
      blocked={blocked}
      running={save.running}
      failure={save.failure}
      onSave={() => void save.run(value)}
      onReset={draft.reset}
    >
      <div className={classes.pair}>
        <Select
          label={t('calendar.zone')}
          description={t('calendar.zoneText')}
          data={zones}
          value={value.zone}
          searchable
          allowDeselect={false}
          maxDropdownHeight={280}
          onChange={(zone) => zone !== null && change({ zone })}
        />
        <MultiSelect
          label={t('calendar.regions')}
          description={t('calendar.regionsText')}
          data={regions}
          value={[...value.regions]}
          searchable
          hidePickedOptions
          maxValues={20}
          maxDropdownHeight={280}
          onChange={(next) => change({ regions: next })}
        />
      </div>
      <div>
        <p className={classes.label}>{t('calendar.hours')}</p>
        <p className={classes.text}>{t('calendar.hoursText')}</p>
      </div>
      <div className={classes.week}>
        {value.hours.map((hours, day) => (
          <Fragment key={day}>
            <span>{format.weekday(day)}</span>
            <Switch
              aria-label={t('calendar.openOn', { day: format.weekday(day) })}
              checked={hours !== null}
              onChange={(event) => setHours(day, event.currentTarget.checked ? { from: NINE, to: FIVE } : null)}
            />
            {hours === null ? (
              <span className={classes.text} style={{ gridColumn: '3 / 6' }}>
                {t('calendar.closed')}
              </span>
            ) : (
              <>
                <ClockSelect
                  quiet
                  label={t('calendar.opens', { day: format.weekday(day) })}
                  value={hours.from}
                  to={1410}
                  onChange={(from) => setHours(day, { ...hours, from })}
                />
                <ClockSelect
                  quiet
                  label={t('calendar.closes', { day: format.weekday(day) })}
                  value={hours.to}
                  from={30}
                  onChange={(to) => setHours(day, { ...hours, to })}
                />
                <span />
              </>
            )}
          </Fragment>
        ))}
      </div>
      <div>
        <p className={classes.label}>{t('calendar.window')}</p>
        <p className={classes.text}>{t('calendar.windowText')}</p>
      </div>
      <div className={classes.line}>
        <ClockSelect
          quiet
          label={t('calendar.windowFrom')}
          value={value.warningWindow.from}
          to={1410}
          onChange={(from) => change({ warningWindow: { ...value.warningWindow, from } })}
        />
        <span>{t('calendar.until')}</span>
        <ClockSelect
          quiet
          label={t('calendar.windowTo')}
          value={value.warningWindow.to}
          from={30}
          onChange={(to) => change({ warningWindow: { ...value.warningWindow, to } })}
        />
      </div>
      <ExtraHolidays holidays={value.extraHolidays} onChange={(extraHolidays) => change({ extraHolidays })} />
    </SettingForm>
  )
}
