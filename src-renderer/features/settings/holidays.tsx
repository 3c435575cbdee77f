import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { clockNow } from '@/app/session/clock'
import { useFormat } from '@/kit/format/use-format'
import { Panel } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import { regionName } from './regions'
import { Stored } from './setting'
import classes from './settings.module.css'

/** The public holidays of one year in the regions that are saved. */
export function Holidays({ regions }: { regions: readonly string[] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [year, setYear] = useState(() => Number(format.isoDate(clockNow()).slice(0, 4)))
  const query = useDeskQuery('settings.holidays', { year }, { keepPrevious: true })
  return (
    <Panel
      title={t('holidays.title', { year })}
      note={regions.map((region) => regionName(region, format.country)).join(' · ')}
      actions={
        <>
          <ActionIcon aria-label={t('holidays.before')} disabled={year <= 2000} onClick={() => setYear(year - 1)}>
            <IconChevronLeft size={15} />
          </ActionIcon>
          <ActionIcon aria-label={t('holidays.after')} disabled={year >= 2100} onClick={() => setYear(year + 1)}>
            <IconChevronRight size={15} />
          </ActionIcon>
        </>
      }
    >
      <Stored query={query}>
        {(holidays) =>
          holidays.length === 0 ? (
            <EmptyState title={t('holidays.none')} text={t('holidays.noneText')} />
          ) : (
            <ul className={classes.list}>
              {holidays.map(({ date, name, region }) => (
                <li key={`${date}${region}${name}`}>
                  <span className={classes.when}>{format.dateShort(date)}</span>
                  <span className={classes.grow}>{name}</span>
                  <span className={classes.text}>{regionName(region, format.country)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Stored>
    </Panel>
  )
}
