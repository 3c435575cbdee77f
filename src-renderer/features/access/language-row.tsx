import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '@contract/constants'
import { changeLanguage, LANGUAGE_NAMES } from '@/app/i18n'
import classes from './access.module.css'

/** The languages, each named in itself, before anyone has signed in. */
export function LanguageRow() {
  const { t, i18n } = useTranslation('access')
  return (
    <div className={classes.languages} role="group" aria-label={t('language')}>
      <IconLanguage size={16} stroke={1.7} aria-hidden />
      {LANGUAGES.map((language) => (
        <button key={language} type="button" lang={language} aria-pressed={i18n.language === language} onClick={() => void changeLanguage(language)}>
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  )
}
