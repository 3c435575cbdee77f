import { describe, expect, it, test } from 'vitest'
import { checkSms, countSms } from './sms'

const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

describe('SHR-03 counts', () => {
  it('the default alphabet has 127 characters beside the escape, each one septet', () => {
    expect([...BASIC]).toHaveLength(127)
    for (const character of BASIC) expect(countSms(character)).toEqual({ encoding: 'gsm7', characters: 1, units: 1, parts: 1, left: 159 })
  })

  it('the extension table has ten characters, each two septets', () => {
    expect([...EXTENSION]).toHaveLength(10)
    for (const character of EXTENSION) expect(countSms(character)).toEqual({ encoding: 'gsm7', characters: 1, units: 2, parts: 1, left: 158 })
  })

  it('every other character of the plane needs UCS-2', () => {
    const gsm = new Set(BASIC + EXTENSION)
    for (let code = 0; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCharCode(code)
      expect(countSms(character).encoding === 'gsm7').toBe(gsm.has(character))
    }
  })

  test.each<[string, string, object]>([
    ['nothing', '', { encoding: 'gsm7', units: 0, parts: 0, left: 160 }],
    ['160 septets', 'a'.repeat(160), { encoding: 'gsm7', units: 160, parts: 1, left: 0 }],
    ['161 septets', 'a'.repeat(161), { encoding: 'gsm7', units: 161, parts: 2, left: 145 }],
    ['306 septets', 'a'.repeat(306), { encoding: 'gsm7', parts: 2, left: 0 }],
    ['307 septets', 'a'.repeat(307), { encoding: 'gsm7', parts: 3, left: 152 }],
    ['80 euros', '€'.repeat(80), { characters: 80, units: 160, parts: 1, left: 0 }],
    ['81 euros', '€'.repeat(81), { characters: 81, units: 162, parts: 2 }],
    ['an escape that would be torn', `${'a'.repeat(152)}€${'a'.repeat(152)}`, { units: 306, parts: 3, left: 152 }],
    ['an escape that fits', `${'a'.repeat(151)}€${'a'.repeat(153)}`, { units: 306, parts: 2, left: 0 }],
    ['70 units', 'č'.repeat(70), { encoding: 'ucs2', units: 70, parts: 1, left: 0 }],
    ['71 units', 'č'.repeat(71), { encoding: 'ucs2', units: 71, parts: 2, left: 63 }],
    ['134 units', 'č'.repeat(134), { parts: 2, left: 0 }],
    ['135 units', 'č'.repeat(135), { parts: 3, left: 66 }],
    ['35 pairs', '😀'.repeat(35), { encoding: 'ucs2', characters: 35, units: 70, parts: 1, left: 0 }],
    ['36 pairs', '😀'.repeat(36), { characters: 36, units: 72, parts: 2 }],
    ['a pair that would be torn', `${'č'.repeat(66)}😀${'č'.repeat(66)}`, { units: 134, parts: 3, left: 66 }],
    ['a pair that fits', `${'č'.repeat(65)}😀${'č'.repeat(67)}`, { units: 134, parts: 2, left: 0 }],
    ['one Greek capital of the alphabet', 'Ω', { encoding: 'gsm7', units: 1 }],
    ['one Greek letter outside it', 'ω', { encoding: 'ucs2', units: 1 }],
    ['a small c with cedilla', 'ç', { encoding: 'ucs2' }],
    ['a typographic apostrophe', `it’s ${'a'.repeat(66)}`, { encoding: 'ucs2', units: 71, parts: 2 }],
  ])('%s', (_name, text, expected) => expect(countSms(text)).toMatchObject(expected))
})

describe('SHR-03 checks', () => {
  const own = { terms: 'own', url: 'https://x.example/terms' } as const

  it('misses the terms unless the text leads to them', () => {
    expect(checkSms('Hello {{link}}', own).termsMissing).toBe(true)
    expect(checkSms('Hello {{link}} https://x.example/terms', own).termsMissing).toBe(false)
    expect(checkSms('Hello {{link}} {{ terms }}', { terms: 'generated', url: null }).termsMissing).toBe(false)
    expect(checkSms('Hello {{link}}', { terms: 'generated', url: null }).termsMissing).toBe(true)
    expect(checkSms('Hello', { terms: 'none', url: null })).toMatchObject({ termsMissing: true, linkMissing: true })
  })

  it('names placeholders nobody fills, once each, and broken ones', () => {
    expect(checkSms('{{name}} {{nmae}} {{Nmae}} {{}} {{link}}', own)).toMatchObject({ unknownPlaceholders: ['nmae', ''], brokenPlaceholder: false })
    expect(checkSms('Hello {{name} {{link}}', own).brokenPlaceholder).toBe(true)
  })
})
