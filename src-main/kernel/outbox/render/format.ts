import type { Language } from '@contract/define'

/** How each language of ours writes dates, numbers and money. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', sv: 'sv-SE', cs: 'cs-CZ', nb: 'nb-NO' }

/** Making an Intl object costs more than using it a thousand times. */
const made = new Map<string, unknown>()
function once<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined
  if (known !== undefined) return known
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

export function formatNumber(language: Language, value: number): string {
  return once(`number ${language}`, () => new Intl.NumberFormat(LOCALES[language])).format(value)
}

/** `minor` in the currency's smallest unit; an unknown currency shows its code. */
export function formatMoney(language: Language, minor: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatNumber(language, minor / 100)} ${currency}`.trim()
  const format = once(`money ${language} ${currency}`, () => new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }))
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}

/** `2026-11-24` → "24 November 2026". */
export function formatDate(language: Language, date: string): string {
  const format = once(`date ${language}`, () => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }))
  return format.format(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))))
}

/** The calendar day of an instant (ms UTC) in a zone. */
export function formatDay(language: Language, instant: number, zone: string): string {
  return once(`day ${language} ${zone}`, () => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: zone })).format(instant)
}

/** Day and clock time of an instant (ms UTC) in a zone, with the zone's name. */
export function formatInstant(language: Language, instant: number, zone: string): string {
  const format = once(
    `instant ${language} ${zone}`,
    () =>
      new Intl.DateTimeFormat(LOCALES[language], {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
        timeZoneName: 'short',
      }),
  )
  return format.format(instant)
}
