import { Button, Menu } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '@contract/constants'
import { METHODS } from '@contract/reviews'
import { narrowedBy, type ReviewFilter } from './review-filter'

interface ReviewFilterMenuProps {
  filter: ReviewFilter
  change: (patch: Record<string, string | null>) => void
}

const EVERYTHING = '*'

/** Language, method, overdue and flagged in one menu; the button says how many narrow the list. */
export function ReviewFilterMenu({ filter, change }: ReviewFilterMenuProps) {
  const { t } = useTranslation('reviews')
  const count = narrowedBy(filter)
  const radio = (name: 'language' | 'method') => (value: string) => change({ [name]: value === EVERYTHING ? null : value })
  return (
    <Menu position="bottom-end" width={250} closeOnItemClick={false}>
      <Menu.Target>
        <Button leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />} {...(count > 0 ? { variant: 'light' } : {})}>
          {count > 0 ? t('filter.some', { number: count }) : t('filter.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="75vh" style={{ overflowY: 'auto' }}>
        <Menu.CheckboxItem checked={filter.overdue} onChange={(on) => change({ overdue: on ? '1' : null })}>
          {t('filter.overdue')}
        </Menu.CheckboxItem>
        <Menu.CheckboxItem checked={filter.flagged} onChange={(on) => change({ flagged: on ? '1' : null })}>
          {t('filter.flagged')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Label>{t('column.language')}</Menu.Label>
        <Menu.RadioGroup value={filter.language ?? EVERYTHING} onChange={radio('language')}>
          <Menu.RadioItem value={EVERYTHING}>{t('filter.allLanguages')}</Menu.RadioItem>
          {LANGUAGES.map((language) => (
            <Menu.RadioItem key={language} value={language}>
              {t(`language.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('column.method')}</Menu.Label>
        <Menu.RadioGroup value={filter.method ?? EVERYTHING} onChange={radio('method')}>
          <Menu.RadioItem value={EVERYTHING}>{t('filter.allMethods')}</Menu.RadioItem>
          {METHODS.map((method) => (
            <Menu.RadioItem key={method} value={method}>
              {t(`method.${method}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
