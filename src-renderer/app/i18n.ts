import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/constants'
import { localeTag } from '@/kit/format/intl'
import { setPlace } from '@/kit/format/use-format'
import { texts as english } from './languages/en'
import { recall, remember } from './remembered'

type Texts = Record<string, Record<string, unknown>>

/** English comes with the window, as every language falls back to it. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<{ texts: Texts }>> = {
  de: () => import('./languages/de'),
  sv: () => import('./languages/sv'),
  cs: () => import('./languages/cs'),
  nb: () => import('./languages/nb'),
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

/** Each language is named in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', sv: 'Svenska', cs: 'Čeština', nb: 'Norsk' }

/** `../../locales/en/app.json` → `app` */
function byNamespace(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([path, own]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), own]))
}

async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'common')) return
  const { texts } = await OTHERS[language]()
  for (const [namespace, own] of Object.entries(byNamespace(texts))) i18next.addResourceBundle(language, namespace, own, true, true)
}

/** Loads the language chosen last on this workstation, and English for what a language lacks. */
export async function startI18n(): Promise<void> {
  const language = recall<Language>('language', 'en', isLanguage)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: ['common'],
    resources: { en: byNamespace(english) },
    interpolation: { escapeValue: false },
    returnNull: false,
    // A code shown without its parameters must not show braces.
    missingInterpolationHandler: () => '–',
  })
  await loadLanguage(language)
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
  await loadLanguage(language)
  await i18next.changeLanguage(language)
  remember('language', language)
  apply(language)
}
