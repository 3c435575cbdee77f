import { useMemo } from 'react'
import { create } from 'zustand'
import type { Language } from '@contract/define'
import { makeFormatters, type Formatters } from './formatters'

interface Place {
  language: Language
  /** The desk's own zone, IANA. */
  zone: string
}

const usePlace = create<Place>(() => ({ language: 'en', zone: 'UTC' }))

/** Told once at start and again when language or zone change. */
export function setPlace(place: Partial<Place>): void {
  usePlace.setState(place)
}

/** Formatters that follow the person's language and the desk's zone. */
export function useFormat(): Formatters {
  const language = usePlace((place) => place.language)
  const zone = usePlace((place) => place.zone)
  return useMemo(() => makeFormatters(language, zone), [language, zone])
}

/** The same outside of components. */
export function currentFormat(): Formatters {
  const { language, zone } = usePlace.getState()
  return makeFormatters(language, zone)
}

/** The desk's own zone, IANA. */
export function useOwnZone(): string {
  return usePlace((place) => place.zone)
}

/** Decimal places of a currency: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
