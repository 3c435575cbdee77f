import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/constants'
import { useDeskCommand } from '@/app/bridge/commands'
import { changeLanguage, LANGUAGE_NAMES } from '@/app/i18n'
import { useSession } from '@/app/session/session'

/** The operator's own language, kept with the operator. */
export function LanguageChoice() {
  const { t } = useTranslation('app')
  const session = useSession()
  const set = useDeskCommand('access.set_language', { onDone: (_output, { language }) => void changeLanguage(language) })
  return (
    <NativeSelect
      aria-label={t('language.label')}
      value={session.language}
      disabled={set.running}
      onChange={(event) => void set.run({ language: event.currentTarget.value as Language })}
      data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
    />
  )
}
