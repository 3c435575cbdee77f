import type { Language } from '@contract/define'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { ReviewTexts } from './text'

export const TEXTS: Readonly<Record<Language, ReviewTexts>> = { en, de, sv, cs, nb }
export * from './text'
