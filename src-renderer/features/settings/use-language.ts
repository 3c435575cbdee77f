import { LANGUAGES, type Language } from '@contract/constants'
import { currentLanguage, isLanguage, LANGUAGE_NAMES } from '@/app/i18n'
import { useRouteQuery } from '@/app/routes/use-route'

export const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))

/** The language whose words are shown; kept in the address, one's own at first. */
export function useWordsLanguage(): [Language, (language: Language) => void] {
  const [query, change] = useRouteQuery()
  const asked = query['language']
  const language = isLanguage(asked) ? asked : currentLanguage()
  return [language, (next) => change({ language: next === currentLanguage() ? null : next })]
}
