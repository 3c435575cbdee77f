import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { THEME_CHOICES, toChoice, toScheme, type ThemeChoice } from '@/app/look/theme-choice'

/** Light, dark, or as the system. */
export function ThemeSwitch() {
  const { t } = useTranslation('app')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('theme.label')}
      value={toChoice(colorScheme)}
      onChange={(choice) => setColorScheme(toScheme(choice as ThemeChoice))}
      data={THEME_CHOICES.map((choice) => ({ value: choice, label: t(`theme.${choice}`) }))}
    />
  )
}
