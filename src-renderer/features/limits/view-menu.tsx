import { Button, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CASE_CAUSES } from '@contract/limits'
import { GROUPINGS, type CaseFilter } from './use-case-groups'

const EVERYTHING = '*'

interface ViewMenuProps {
  filter: CaseFilter
  onGroup: (group: string) => void
  change: (patch: Record<string, string | null>) => void
}

/** Grouping and narrowing in one menu, where the head has no room for both. */
export function ViewMenu({ filter, onGroup, change }: ViewMenuProps) {
  const { t } = useTranslation('limits')
  const byCause = filter.group === 'cause'
  const value = byCause ? filter.day?.toString() : filter.cause
  const narrowed = value !== null && value !== undefined
  const options = byCause
    ? [1, 2, 3, 4].map((day) => ({ value: String(day), label: t('group.dayOnly', { day }) }))
    : CASE_CAUSES.map((cause) => ({ value: cause, label: t(`cause.${cause}`) }))
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.7} aria-hidden />} {...(narrowed ? { variant: 'light' } : {})}>
          {t('group.view')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('group.by')}</Menu.Label>
        <Menu.RadioGroup value={filter.group} onChange={onGroup}>
          {GROUPINGS.map((group) => (
            <Menu.RadioItem key={group} value={group}>
              {t(`group.${group}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t(byCause ? 'filter.day' : 'filter.cause')}</Menu.Label>
        <Menu.RadioGroup value={value ?? EVERYTHING} onChange={(next) => change({ [byCause ? 'day' : 'cause']: next === EVERYTHING ? null : next })}>
          <Menu.RadioItem value={EVERYTHING}>{t(byCause ? 'filter.allDays' : 'filter.allCauses')}</Menu.RadioItem>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value}>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
