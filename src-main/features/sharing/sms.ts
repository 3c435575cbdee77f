import type { SmsCheck } from '@contract/sharing'

/** 3GPP TS 23.038, 6.2.1: the default alphabet without the escape. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** 6.2.1.1: each takes two septets, the escape and its own. */
const EXTENSION = new Set('\f^{}\\[~]|€')

/** Septets or UTF-16 units a message holds alone, and as one part of several. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const

type Counted = Pick<SmsCheck, 'encoding' | 'characters' | 'units' | 'parts' | 'left'>

const septets = (character: string): number => (BASIC.has(character) ? 1 : EXTENSION.has(character) ? 2 : 0)

/** SHR-03: characters as a reader counts them, the encoding a phone network uses for them, and in how many parts they travel. */
export function countSms(text: string): Counted {
  const characters = [...text]
  const encoding = characters.every((character) => septets(character) > 0) ? 'gsm7' : 'ucs2'
  const sizes = characters.map((character) => (encoding === 'gsm7' ? septets(character) : character.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, part } = ROOM[encoding]
  if (units <= alone) return { encoding, characters: characters.length, units, parts: units === 0 ? 0 : 1, left: alone - units }
  let parts = 1
  let used = 0
  // Neither an escaped character nor a surrogate pair is torn between two parts.
  for (const size of sizes) {
    if (used + size > part) {
      parts += 1
      used = 0
    }
    used += size
  }
  return { encoding, characters: characters.length, units, parts, left: part - used }
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(['name', 'first_name', 'last_name', 'company', 'sender', 'receiver', 'link', 'terms'])
const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g

interface Terms {
  readonly terms: 'generated' | 'own' | 'none'
  readonly url: string | null
}

/** SHR-03: the count as typed, names nobody fills in, and whether the reader finds the terms. */
export function checkSms(text: string, { terms, url }: Terms): SmsCheck {
  const names = [...text.matchAll(WRITTEN)].map(([, name]) => name!.toLowerCase())
  const stray = /\{\{|\}\}/.test(text.replace(WRITTEN, ''))
  const shown = names.includes('terms') || (url !== null && text.includes(url))
  return {
    ...countSms(text),
    unknownPlaceholders: [...new Set(names.filter((name) => !PLACEHOLDERS.has(name)))],
    brokenPlaceholder: stray,
    linkMissing: !names.includes('link') && !/https?:\/\//.test(text),
    termsMissing: terms === 'none' || !shown,
  }
}
