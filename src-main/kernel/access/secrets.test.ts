import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '@contract/define'
import { hashSecret, isGuessable, matchesSecret } from './passphrase'
import { newRecoveryCode, readRecoveryCode } from './recovery-code'
import { rolesOf, rolesToBits } from './roles'
import { throttledUntil, waitAfter } from './throttle'

test('DSK-07 a passphrase is kept as scrypt with its parameters, never the same twice, and matches only itself', async () => {
  const [hash, other] = await Promise.all([hashSecret('correct horse battery'), hashSecret('correct horse battery')])
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/)
  expect(hash).not.toBe(other)
  expect(await matchesSecret('correct horse battery', hash)).toBe(true)
  expect(await matchesSecret('correct horse batterz', hash)).toBe(false)
  expect(await matchesSecret('', hash)).toBe(false)
}, 120_000)

test('DSK-07 the same words composed differently are the same passphrase', async () => {
  const hash = await hashSecret('Gr\u00fc\u00dfe aus K\u00f6ln!')
  expect(await matchesSecret('Gru\u0308\u00dfe aus Ko\u0308ln!', hash)).toBe(true)
}, 120_000)

test('DSK-07 a broken or foreign hash matches nothing', async () => {
  for (const hash of ['', 'scrypt$1$8$1$aa$bb', 'scrypt$131072$8$1$$', 'bcrypt$1', 'scrypt$99999999$999$1$AAAA$AAAA'])
    expect(await matchesSecret('anything at all', hash)).toBe(false)
})

test('DSK-07 long but no secret is refused', () => {
  for (const bad of ['aaaaaaaaaaaaaaaa', 'abababababababab', 'AstridBergström', 'astrid bergström 1'])
    expect(isGuessable(bad, ['Astrid Bergström', 'AB', 'AstridBergström'])).toBe(true)
  expect(isGuessable('correct horse battery', ['Astrid', 'AB'])).toBe(false)
})

test('DSK-07 a recovery code is five groups of five, and is read however it was typed', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
  expect(readRecoveryCode(code.slice(1))).toBeNull()
  expect(readRecoveryCode(`U${code.slice(1)}`)).toBeNull()
  expect(new Set(Array.from({ length: 100 }, () => newRecoveryCode())).size).toBe(100)
})

test('DSK-07 four failures are free, then waits double up to 15 minutes', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((failures) => waitAfter(failures) / 1000)).toEqual([
    0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
  ])
})

test('DSK-07 a clock set back never locks anyone out longer than the longest wait', () => {
  expect(throttledUntil(1_000, 1_000)).toBeNull()
  expect(throttledUntil(1_001, 1_000)).toBe(1_001)
  expect(throttledUntil(Date.UTC(2030, 0), 0)).toBe(15 * 60_000)
  expect(throttledUntil(null, 0)).toBeNull()
})

test('DSK-07 roles survive being stored', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), (roles) => {
      expect(rolesOf(rolesToBits(roles))).toEqual(roles)
    }),
  )
})
