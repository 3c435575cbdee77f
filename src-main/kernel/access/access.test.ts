import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OperatorRow, SessionView } from '@contract/access'
import { serve, type Answer } from '../bridge'
import { migrate, openDatabase, type Database } from '../database'
import { makeIds } from '../ids'
import { checkReplay, eventRegistry } from '../journal'
import type { Services } from '../services'
import { runUnit, SCHEDULER, type Unit } from '../unit'
import { access, createOperator, hashSecret, makeSessions, newRecoveryCode } from './index'

// The real cost would take half a minute here; secrets.test.ts pays it.
vi.mock('./cost', () => ({ COST: { N: 2 ** 10, r: 8, p: 1 } }))

const PASS = 'correct horse battery'
const OTHER = 'staple of the morning'
let folder: string
let db: Database
let services: Services
let wall: number
let admin: string
const recoveryCode = newRecoveryCode()
const hashes = Promise.all([hashSecret(PASS), hashSecret(recoveryCode)])

beforeEach(async () => {
  const [passphrase, recovery] = await hashes
  folder = mkdtempSync(join(tmpdir(), 'reeve-access-'))
  db = openDatabase(join(folder, 'reeve.db'))
  migrate(db, null)
  wall = Date.UTC(2026, 10, 24, 9)
  const ids = makeIds(() => wall)
  const catalog = {
    events: eventRegistry(access.events ?? []),
    templates: new Map(),
    takers: new Map(),
    listeners: { accountsTouched: [], accountsForeseen: [], directiveDone: [], refused: [] },
  }
  const host = { db, ids, catalog, publish: () => undefined }
  services = {
    catalog,
    clock: { now: () => 0 },
    wall: { now: () => wall },
    db,
    reader: db,
    sessions: makeSessions(),
    publish: () => undefined,
    unit: (actor: Unit['actor'], work: (unit: Unit) => unknown) => runUnit(host as never, { now: wall, actor }, work),
  } as unknown as Services
  admin = services.unit(SCHEDULER, (unit) =>
    createOperator(unit, { name: 'Astrid Bergström', shortName: 'AB', roles: ['admin'], language: 'sv', credential: { passphrase, recovery } }),
  )
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const call = (op: string, input: unknown, window = 'w'): Promise<Answer> =>
  serve(services, access.handlers!, op, input, { window, session: services.sessions.of(window) })
async function answer<T>(op: string, input: unknown = {}, window = 'w'): Promise<T> {
  const result = await call(op, input, window)
  if (!result.ok) throw new Error(result.error.code)
  return result.value as T
}
async function refusal(op: string, input: unknown, window = 'w'): Promise<string> {
  const result = await call(op, input, window)
  return result.ok ? 'none' : result.error.code
}
const signIn = (operatorId = admin, passphrase = PASS, window = 'w') => call('access.sign_in', { operatorId, passphrase }, window)
const add = (shortName: string, roles: string[] = ['support']) =>
  answer<{ operatorId: string }>('access.add_operator', { name: `Name of ${shortName}`, shortName, roles, passphrase: OTHER, language: 'en' }).then(
    ({ operatorId }) => operatorId,
  )

describe('DSK-07 signing in', () => {
  test('with the passphrase, at that window only', async () => {
    expect(await answer('access.session')).toBeNull()
    expect(await signIn()).toMatchObject({ ok: true, value: { name: 'Astrid Bergström', roles: ['admin'], language: 'sv', idleMinutes: 15 } })
    expect((await answer<SessionView>('access.session')).operatorId).toBe(admin)
    expect(await answer('access.session', {}, 'another')).toBeNull()
    expect(await refusal('access.operators', {}, 'another')).toBe('not_signed_in')
    await answer('access.lock')
    expect(await answer('access.session')).toBeNull()
  })

  test('is throttled per operator, counted before it is checked, and forgotten after success', async () => {
    const guesses = await Promise.all(Array.from({ length: 6 }, () => signIn(admin, 'a wrong passphrase')))
    expect(guesses.map((guess) => (guess.ok ? 'in' : guess.error.code))).toEqual([...Array<string>(5).fill('sign_in_failed'), 'throttled'])
    expect(await refusal('access.sign_in', { operatorId: admin, passphrase: PASS })).toBe('throttled')
    wall += 30_000
    expect(await signIn()).toMatchObject({ ok: true })
    expect(db.get('SELECT failures, throttled_until, last_sign_in_at FROM credential')).toEqual({
      failures: 0,
      throttled_until: null,
      last_sign_in_at: wall,
    })
  })

  test('an unknown or removed operator fails like a wrong passphrase', async () => {
    expect(await refusal('access.sign_in', { operatorId: '0190a0a0-0000-7000-8000-000000000000', passphrase: PASS })).toBe('sign_in_failed')
  })

  test('the recovery code works once, as typed from paper, and yields a new one', async () => {
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
    const { recoveryCode: next } = await answer<{ recoveryCode: string }>('access.recover', {
      operatorId: admin,
      recoveryCode: typed,
      passphrase: OTHER,
    })
    expect(next).not.toBe(recoveryCode)
    expect(await refusal('access.recover', { operatorId: admin, recoveryCode, passphrase: OTHER })).toBe('sign_in_failed')
    expect(await signIn()).toMatchObject({ ok: false })
    expect(await signIn(admin, OTHER)).toMatchObject({ ok: true })
    expect(await refusal('access.recover', { operatorId: admin, recoveryCode: next, passphrase: PASS })).toBe('none')
  })

  test('an own passphrase is changed by who knows it', async () => {
    await signIn()
    expect(await refusal('access.change_passphrase', { current: 'guessing it now', next: OTHER })).toBe('sign_in_failed')
    expect(await refusal('access.change_passphrase', { current: PASS, next: 'astrid bergström' })).toBe('passphrase_guessable')
    await answer('access.change_passphrase', { current: PASS, next: OTHER })
    expect(await signIn(admin, OTHER, 'x')).toMatchObject({ ok: true })
  })

  test('idle windows lock', async () => {
    await signIn()
    expect(services.sessions.endIdle(wall + 14 * 60_000, 15)).toEqual([])
    expect(services.sessions.endIdle(wall + 15 * 60_000, 15)).toEqual(['w'])
    expect(await answer('access.session')).toBeNull()
  })
})

describe('DSK-07 operators', () => {
  test('only an admin adds, resets, removes; checked where it runs', async () => {
    await signIn()
    const support = await add('Cem')
    await signIn(support, OTHER, 's')
    for (const [op, input] of [
      ['access.operators', {}],
      ['access.set_roles', { operatorId: support, roles: ['admin'] }],
      ['access.remove_operator', { operatorId: admin }],
      ['access.reset_passphrase', { operatorId: admin, passphrase: OTHER }],
    ] as const)
      expect(await refusal(op, input, 's')).toBe('role_missing')
    expect(await refusal('access.add_operator', { name: 'x', shortName: 'cem', roles: ['admin'], passphrase: OTHER, language: 'en' })).toBe(
      'short_name_taken',
    )
  })

  test('the last admin can’t be removed or lose the role', async () => {
    await signIn()
    expect(await refusal('access.remove_operator', { operatorId: admin })).toBe('last_admin')
    expect(await refusal('access.set_roles', { operatorId: admin, roles: ['support'] })).toBe('last_admin')
    const second = await add('Dana', ['admin'])
    await answer('access.set_roles', { operatorId: admin, roles: ['support'] })
    expect((await answer<SessionView>('access.session')).roles).toEqual(['support'])
    expect(await refusal('access.remove_operator', { operatorId: second })).toBe('role_missing')
  })

  test('removal ends sessions and sign-in at once', async () => {
    await signIn()
    const cem = await add('Cem')
    await signIn(cem, OTHER, 's')
    await answer('access.remove_operator', { operatorId: cem })
    expect(await answer('access.session', {}, 's')).toBeNull()
    expect(await refusal('access.sign_in', { operatorId: cem, passphrase: OTHER }, 's')).toBe('sign_in_failed')
    expect((await answer<OperatorRow[]>('access.operators')).map(({ shortName, removedAt }) => [shortName, removedAt])).toEqual([
      ['AB', null],
      ['Cem', wall],
    ])
    expect(db.all('SELECT operator FROM credential')).toHaveLength(1)
  })

  test('an admin who is removed while adding someone adds nobody', async () => {
    await signIn()
    const second = await add('Dana', ['admin'])
    await signIn(second, OTHER, 'd')
    const adding = call('access.add_operator', { name: 'Late', shortName: 'late', roles: ['admin'], passphrase: OTHER, language: 'en' }, 'd')
    await answer('access.remove_operator', { operatorId: second })
    expect(await adding).toMatchObject({ ok: false })
    expect(db.all(`SELECT id FROM operator WHERE short_name = 'late'`)).toEqual([])
  })

  test('a reset is remembered with its author, and ends that operator’s sessions (RET-03)', async () => {
    await signIn()
    const cem = await add('Cem')
    await signIn(cem, OTHER, 's')
    await answer('access.reset_passphrase', { operatorId: cem, passphrase: PASS })
    expect(services.sessions.of('s')).toBeNull()
    expect(db.get('SELECT reset_by, reset_at FROM operator WHERE id = ?', cem)).toEqual({ reset_by: admin, reset_at: wall })
    expect(await signIn(cem, PASS, 's')).toMatchObject({ ok: true })
  })

  test('JNL-01, JNL-03 every change is an entry without names, and replays to the same operators', async () => {
    await signIn()
    const cem = await add('Cem')
    await answer('access.set_language', { language: 'cs' })
    await answer('access.set_roles', { operatorId: cem, roles: ['reviewer', 'support'] })
    await answer('access.remove_operator', { operatorId: cem })
    const entries = db.all<{ kind: string; actor: string; body: string }>('SELECT kind, actor, body FROM entry ORDER BY seq')
    expect(entries.map(({ kind }) => kind)).toEqual([
      'access.operator_added',
      'access.operator_added',
      'access.language_set',
      'access.roles_set',
      'access.operator_removed',
    ])
    expect(entries.slice(1).every(({ actor }) => actor === admin)).toBe(true)
    expect(JSON.stringify(entries)).not.toMatch(/Astrid|Cem/)
    const replay = checkReplay(db, eventRegistry(access.events ?? []), access.decisionTables ?? [])
    let step = replay.next()
    while (step.done !== true) step = replay.next()
    expect(step.value).toEqual([])
  })

  test('no passphrase and no recovery code is anywhere in the file', async () => {
    await signIn()
    db.raw.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(join(folder, 'reeve.db'))
    for (const secret of [PASS, recoveryCode, recoveryCode.replaceAll('-', '')]) expect(bytes.includes(secret)).toBe(false)
  })
})
