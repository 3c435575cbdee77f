import { describe, expect, it } from 'vitest'
import { isMalformed, isRoleAddress, typoOf } from './addresses'

describe('REV-12 addresses of a sample', () => {
  it.each(['info@x.de', 'Info@x.de', 'info+news@x.de', 'kontakt@x.se', 'podpora@x.cz', 'office.berlin@x.de'])('%s is a role', (address) =>
    expect(isRoleAddress(address)).toBe(true),
  )
  it.each(['informatik@x.de', 'anna.info@x.de', 'infoanna@x.de', '@x.de', 'info'])('%s is no role', (address) =>
    expect(isRoleAddress(address)).toBe(false),
  )
  it.each(['a@b', 'a b@c.de', 'a@@b.de', 'a@b..de', '', 'x'.repeat(500), 'a@b.de\u0000', 'a@b.de, c@d.de'])('%j is malformed', (address) =>
    expect(isMalformed(address)).toBe(true),
  )
  it.each(['a@b.de', 'åsa@exämple.se', "o'neil@b.ie"])('%s is well-formed', (address) => expect(isMalformed(address)).toBe(false))

  it.each([
    ['a@gmial.com', 'gmail.com'],
    ['a@GMAIL.con', 'gmail.com'],
    ['a@hotnail.com', 'hotmail.com'],
    ['a@gmx.dee', 'gmx.de'],
  ])('%s is a slip for %s', (address, meant) => expect(typoOf(address)).toBe(meant))
  it.each(['a@gmx.net', 'a@web.de', 'a@email.cz', 'a@bail.com', 'a@wep.de', 'a@brand.se', 'a@', '', 'a@'.padEnd(20_000, 'x')])('%# is none', (address) =>
    expect(typoOf(address)).toBeNull(),
  )
})
