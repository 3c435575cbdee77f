import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const MAIL = {
  transport: 'folder',
  host: null,
  port: null,
  security: 'none',
  user: null,
  password: null,
  from: 'desk@example.com',
  company: 'Platform',
} as const

async function overLimit(): Promise<void> {
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    'A-1,Anker,DE,a1@example.com,de,Europe/Berlin,free,2026-01-01T00:00:00Z',
  )
  await workspace.take('usage', 'account_id,resource,used,observed_at', 'A-1,contacts,2500,2026-11-23T07:00:00Z')
}

const status = () => workspace.call('scheduler.status', {})

describe('scheduler.status', () => {
  it('SCH-05 says what comes next, for whom, and what mail and directives do', async () => {
    await overLimit()
    expect(await status()).toMatchObject({
      now: START,
      simulation: true,
      paused: null,
      clockCheck: null,
      lastRunAt: null,
      running: false,
      failures: [],
      next: { at: START, feature: 'limits', step: 'look', company: 'Anker' },
      mail: { transport: 'none', work: 0 },
      directives: { failed: 0 },
    })
    await workspace.desk.tick()
    expect(await status()).toMatchObject({ lastRunAt: START, mail: { transport: 'none', waiting: 1 } })
    await workspace.call('settings.set_mail', MAIL)
    await workspace.desk.tick()
    const after = await status()
    expect(after).toMatchObject({ mail: { transport: 'folder', waiting: 0 }, next: { feature: 'limits', company: 'Anker' } })
    expect(after.next!.at).toBe(START + DAY)
  })

  it('SCH-05 shows a failed step with its attempts', async () => {
    workspace.desk.services.db.run(
      "INSERT INTO step_failure (key, feature, step, first_at, attempts, next_at, code) VALUES ('limits/x', 'limits', 'enforce', 5, 3, 9, 'internal_Error')",
    )
    expect((await status()).failures).toEqual([{ id: 'limits/x', feature: 'limits', step: 'enforce', at: 5, attempts: 3, code: 'internal_Error' }])
  })
})

describe('scheduler.recent', () => {
  it('SCH-05 names the last steps, newest first, with their accounts', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await overLimit()
    await workspace.call('scheduler.advance', { until: START + 4 * DAY })
    const recent = await workspace.call('scheduler.recent', {})
    expect(recent.map(({ step }) => step)).toEqual(['restrict', 'warn 3', 'warn 2', 'warn 1'])
    expect(recent.every(({ company, accountUuid }) => company === 'Anker' && accountUuid !== null)).toBe(true)
  })
})

describe('pausing', () => {
  it('SCH-05 stops all steps until an admin resumes, with who and why', async () => {
    await overLimit()
    await workspace.call('scheduler.pause', { reason: 'platform maintenance' })
    expect((await status()).paused).toEqual({ since: START, by: 'Test admin', reason: 'platform maintenance' })
    expect(await workspace.call('scheduler.run_now', {})).toEqual({ steps: 0 })
    expect(await workspace.refused('scheduler.pause', { reason: 'once more' })).toMatchObject({ code: 'scheduler_already_paused' })
    await workspace.call('scheduler.resume', {})
    expect(await workspace.refused('scheduler.resume', {})).toMatchObject({ code: 'scheduler_not_paused' })
    expect(await workspace.call('scheduler.run_now', {})).toEqual({ steps: 1 })
    const kinds = (await workspace.call('journal.list', { rule: 'SCH-05' })).rows.map(({ kind, before, after }) => [kind, before, after])
    expect(kinds).toEqual([
      ['scheduler.resumed', 'paused', 'running'],
      ['scheduler.paused', 'running', 'paused'],
    ])
  })
})

describe('a doubted clock', () => {
  it('SCH-03 holds restriction until an admin confirms, while warnings go on', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await overLimit()
    await workspace.call('scheduler.advance', { until: START + 2 * DAY + HOUR })
    workspace.desk.setClock(START + 40 * DAY)
    expect(await workspace.refused('scheduler.confirm_clock', { reason: 'too early' })).toMatchObject({ code: 'clock_not_doubted' })
    await workspace.desk.tick()
    expect((await status()).clockCheck).toMatchObject({ ground: 'long_gap', since: START + 40 * DAY })
    await workspace.take(
      'accounts',
      'account_id,company,country,email,language,time_zone,plan_id,created_at',
      'A-2,Blume,DE,a2@example.com,de,Europe/Berlin,free,2026-01-01T00:00:00Z',
    )
    await workspace.take('usage', 'account_id,resource,used,observed_at', 'A-2,contacts,2500,2026-12-30T07:00:00Z')
    await workspace.call('scheduler.advance', { until: START + 50 * DAY })
    const held = await workspace.call('scheduler.recent', {})
    expect(held.filter(({ company }) => company === 'Blume').map(({ step }) => step)).toEqual(['warn 3', 'warn 2', 'warn 1'])
    expect(held.map(({ step }) => step)).not.toContain('restrict')
    await workspace.call('scheduler.confirm_clock', { reason: 'the laptop was in a drawer' })
    await workspace.call('scheduler.advance', { until: START + 56 * DAY })
    const restricted = (await workspace.call('scheduler.recent', {})).filter(({ step }) => step === 'restrict')
    expect(new Set(restricted.map(({ company }) => company))).toEqual(new Set(['Anker', 'Blume']))
    expect((await status()).clockCheck).toBeNull()
  })
})

describe('scheduler.advance', () => {
  it('moves only a simulation’s clock, and only forward', async () => {
    expect(await workspace.refused('scheduler.advance', { until: START - 1 })).toMatchObject({ code: 'advance_backwards' })
    const real = await testWorkspace({ simulation: false })
    expect(await real.refused('scheduler.advance', { until: START + DAY })).toMatchObject({ code: 'simulation_only' })
    await real.close()
  })
})

describe('settings', () => {
  it('SCH-04 keeps the calendar as a decision and refuses one that can’t be', async () => {
    const calendar = await workspace.call('settings.calendar', {})
    expect(calendar).toMatchObject({
      hours: [...Array.from({ length: 5 }, () => ({ from: 540, to: 1020 })), null, null],
      regions: ['DE'],
      warningWindow: { from: 540, to: 1020 },
    })
    const changed = { ...calendar, zone: 'Europe/Stockholm', regions: ['SE', 'DE-BY'], extraHolidays: [{ date: '2026-12-24', name: 'House closed' }] }
    await workspace.call('settings.set_calendar', changed)
    expect(await workspace.call('settings.calendar', {})).toEqual(changed)
    const code = async (wrong: Partial<typeof changed>): Promise<string> =>
      (await workspace.refused('settings.set_calendar', { ...changed, ...wrong })).code
    expect(await code({ zone: 'Europe/Atlantis' })).toBe('zone_unknown')
    expect(await code({ regions: ['XX'] })).toBe('region_unknown')
    expect(await code({ hours: changed.hours.map(() => null) })).toBe('calendar_always_closed')
    expect(await code({ hours: changed.hours.map(() => ({ from: 600, to: 600 })) })).toBe('hours_reversed')
    expect(await code({ warningWindow: { from: 1020, to: 540 } })).toBe('hours_reversed')
    expect(await code({ extraHolidays: [{ date: '2026-02-30', name: 'Never' }] })).toBe('date_unknown')
    await workspace.reopen()
    expect(await workspace.call('settings.calendar', {})).toEqual(changed)
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })

  it('SCH-04 lists the public holidays of the chosen regions and one’s own, by date', async () => {
    const calendar = await workspace.call('settings.calendar', {})
    await workspace.call('settings.set_calendar', { ...calendar, regions: ['DE-BY'], extraHolidays: [{ date: '2026-12-24', name: 'House closed' }] })
    const holidays = await workspace.call('settings.holidays', { year: 2026 })
    expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).sort())
    expect(holidays.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-06', '2026-10-03', '2026-12-24', '2026-12-25']))
    expect((await workspace.call('settings.holidays', { year: 2027 })).map(({ name }) => name)).not.toContain('House closed')
  })

  it('LIM-17 lets warnings wait for the window that is set', async () => {
    const calendar = await workspace.call('settings.calendar', {})
    await workspace.call('settings.set_calendar', { ...calendar, warningWindow: { from: 780, to: 840 } })
    await overLimit()
    expect((await status()).next!.at).toBe(START + 4 * HOUR)
  })

  it('keeps language and idle time', async () => {
    expect(await workspace.call('settings.general', {})).toEqual({ idleMinutes: 15, language: 'en' })
    await workspace.call('settings.set_general', { idleMinutes: 5, language: 'de' })
    expect(await workspace.call('settings.general', {})).toEqual({ idleMinutes: 5, language: 'de' })
  })
})
