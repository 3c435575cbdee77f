import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/define'
import { localeTag } from '@/kit/format/intl'
import { setPlace } from '@/kit/format/use-format'
import { recall, remember } from './remembered'

type Texts = Record<string, unknown>
const files = import.meta.glob<{ default: Texts }>('../locales/*/*.json')

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

/** Each language is named in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', sv: 'Svenska', cs: 'Čeština', nb: 'Norsk' }

async function loadLanguage(language: Language): Promise<void> {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`../locales/${language}/`))
  await Promise.all(
    own.map(async ([path, load]) => {
      const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
      i18next.addResourceBundle(language, namespace, (await load()).default, true, true)
    }),
  )
}

/** Loads the language chosen last on this workstation, and English for what a language lacks. */
export async function startI18n(): Promise<void> {
  const language = recall<Language>('language', 'en', isLanguage)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: ['common'],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // A code shown without its parameters must not show braces.
    missingInterpolationHandler: () => '–',
  })
  await Promise.all([...new Set<Language>(['en', language])].map(loadLanguage))
  apply(language)
}

function apply(language: Language): void {
  document.documentElement.lang = localeTag(language)
  setPlace({ language })
}

export function hasChosenLanguage(): boolean {
  return recall<Language | null>('language', null, (value): value is Language | null => isLanguage(value)) !== null
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === i18next.language) return remember('language', language)
  if (language !== 'en') await loadLanguage(language)
  await i18next.changeLanguage(language)
  remember('language', language)
  apply(language)
}
