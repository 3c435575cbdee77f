import type { Language } from '@contract/define'

/** English is written the European way: day before month, 24 hours. */
const TAGS: Record<Language, string> = { en: 'en-GB', de: 'de-DE', sv: 'sv-SE', cs: 'cs-CZ', nb: 'nb-NO' }

export function localeTag(language: Language): string {
  return TAGS[language]
}

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** Building an Intl formatter costs more than using it a thousand times; each is built once. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`
  const known = made.get(key)
  if (known !== undefined) return known as Intl.DateTimeFormat
  const format = new Intl.DateTimeFormat(localeTag(language), options)
  made.set(key, format)
  return format
}

export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`
  const known = made.get(key)
  if (known !== undefined) return known as Intl.NumberFormat
  const format = new Intl.NumberFormat(localeTag(language), options)
  made.set(key, format)
  return format
}
