import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Services } from '../../services'
import { removeNotice, showNotice } from '../notices'
import { setDirectiveTarget } from '../settings'
import { testDesk, type TestDesk } from '../testing/outbox-desk'
import type { DirectiveLine } from './batch'
import { directiveCourier } from './courier'
import { issueDirective } from './issue'
import { recordDirectiveResult } from './result'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk()
})
afterEach(() => desk.close())

const never = new AbortController().signal
const folder = (): string => join(desk.folder, 'directives')
const files = (): string[] => readdirSync(folder()).sort()
const lines = (name: string): DirectiveLine[] =>
  readFileSync(join(folder(), name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DirectiveLine)
const issue = (account: string, kind: string): void => desk.unit((unit) => issueDirective(unit, account, kind, { plan: 'startup' }))
const states = (): string[] => desk.services.db.all<{ state: string }>('SELECT state FROM directive ORDER BY id').map(({ state }) => state)

test('MSG-05 directives leave as lines of a file, numbered and in order per account, each with its idempotency key', async () => {
  const [a, b] = [desk.account(), desk.account()]
  issue(a, 'capabilities_off')
  issue(b, 'plan_changed')
  issue(a, 'capabilities_on')
  const courier = directiveCourier(desk.services)
  expect(await courier.dispatch(never)).toBe(3)
  expect(await courier.dispatch(never)).toBe(0)
  expect(files()).toEqual(['000000000001.ndjson'])
  const written = lines('000000000001.ndjson')
  expect(written.filter(({ account_id }) => account_id === 'A-1').map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'capabilities_off'],
    [2, 'capabilities_on'],
  ])
  expect(new Set(written.map(({ idempotency_key }) => idempotency_key)).size).toBe(3)
  expect(written[0]).toMatchObject({ payload: { plan: 'startup' }, issued_at: new Date(desk.now).toISOString() })
  expect(states()).toEqual(['handed', 'handed', 'handed'])
})

test('MSG-05 the order within an account holds when the clock was set back', async () => {
  const account = desk.account()
  issue(account, 'first')
  // As after a restart: ids start anew from the earlier time.
  desk.services.db.run(
    `INSERT INTO directive (id, account, seq, kind, payload, state, planned_at) VALUES ('00000000-0000-7000-8000-000000000000', ?, 2, 'second', '{}', 'planned', 0)`,
    account,
  )
  await directiveCourier(desk.services).dispatch(never)
  expect(lines('000000000001.ndjson').map(({ kind }) => kind)).toEqual(['first', 'second'])
})

test('MSG-05 a crash between writing and noting writes the same file again, not another', async () => {
  const account = desk.account()
  issue(account, 'first')
  const { services } = desk
  let commits = 0
  desk.services = {
    ...desk.services,
    unit: ((actor, work) => {
      commits += 1
      if (commits === 2) throw new Error('killed')
      return services.unit(actor, work)
    }) as Services['unit'],
  }
  await expect(directiveCourier(desk.services).dispatch(never)).rejects.toThrow('killed')
  const before = readFileSync(join(folder(), '000000000001.ndjson'), 'utf8')
  desk.reopen()
  issue(account, 'second')
  const courier = directiveCourier(desk.services)
  expect(await courier.dispatch(never)).toBe(1)
  expect(readFileSync(join(folder(), '000000000001.ndjson'), 'utf8')).toBe(before)
  expect(await courier.dispatch(never)).toBe(1)
  expect(files()).toEqual(['000000000001.ndjson', '000000000002.ndjson'])
})

test('MSG-05 without a target, or with a folder that can’t be written, they wait', async () => {
  issue(desk.account(), 'first')
  desk.unit((unit) => setDirectiveTarget(unit, 'none'))
  const courier = directiveCourier(desk.services)
  expect(await courier.dispatch(never)).toBe(0)
  desk.unit((unit) => setDirectiveTarget(unit, 'folder'))
  writeFileSync(folder(), 'in the way')
  expect(await courier.dispatch(never)).toBe(0)
  expect(courier.nextDue(desk.services.db, desk.now)).toBe(desk.now + 60_000)
  expect(states()).toEqual(['planned'])
  rmSync(folder())
  mkdirSync(folder())
  desk.now += 60_000
  expect(await courier.dispatch(never)).toBe(1)
})

test('MSG-05 results come back as facts: done stays done, the same twice is the same, older ones are stale', async () => {
  const account = desk.account()
  issue(account, 'first')
  await directiveCourier(desk.services).dispatch(never)
  const result = (done: boolean, at: number, error: string | null = null) =>
    desk.unit((unit) => recordDirectiveResult(unit, { account, seq: 1, done, at, error }))
  expect(result(false, 10, 'busy')).toBe('new')
  expect(result(false, 10, 'busy')).toBe('same')
  expect(result(true, 5)).toBe('stale')
  expect(result(true, 20)).toBe('changed')
  expect(result(false, 30, 'late')).toBe('stale')
  expect(states()).toEqual(['done'])
  expect(desk.unit((unit) => recordDirectiveResult(unit, { account, seq: 9, done: true, at: 1, error: null }))).toBe('missing')
})

test('MSG-05 a notice is shown once and removed once, each with its directive', () => {
  const account = desk.account()
  desk.unit((unit) => {
    showNotice(unit, account, 'over_limit')
    showNotice(unit, account, 'over_limit')
    removeNotice(unit, account, 'over_limit')
    removeNotice(unit, account, 'over_limit')
    showNotice(unit, account, 'over_limit')
  })
  expect(desk.services.db.all('SELECT seq, kind, payload FROM directive ORDER BY seq')).toEqual([
    { seq: 1, kind: 'notice_shown', payload: '{"notice":"over_limit"}' },
    { seq: 2, kind: 'notice_removed', payload: '{"notice":"over_limit"}' },
    { seq: 3, kind: 'notice_shown', payload: '{"notice":"over_limit"}' },
  ])
  expect(desk.services.db.all('SELECT kind, removed_at FROM notice')).toEqual([{ kind: 'over_limit', removed_at: null }])
})
