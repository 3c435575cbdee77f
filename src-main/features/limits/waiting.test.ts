import { describe, expect, test } from 'vitest'
import { carryOutBatch, endPause, pause } from './commands'
import { dryRun } from './dry-run'
import { act, at, caseOf, closeAfterEach, desk, open, over, said, selected, stepsOf, TUESDAY } from './testing/scene'

closeAfterEach()

describe('pauses, waiting and closing', () => {
  test('LIM-14 a pause holds every step until its date, with its reason', async () => {
    open()
    const account = over()
    await desk.tick()
    expect(act((unit) => pause(unit, { cases: selected(account), until: '2026-11-24', reason: 'Clinic moves' })).left).toMatchObject([
      { code: 'pause_in_past' },
    ])
    expect(act((unit) => pause(unit, { cases: selected(account), until: '2026-11-30', reason: 'Clinic moves' })).done).toBe(1)
    expect(caseOf(account)).toMatchObject({
      state: 'paused',
      waitsFor: 'pause',
      pausedUntil: '2026-11-30',
      nextAt: at('2026-11-30', 9),
      waitsParams: { reason: 'Clinic moves' },
    })
    await desk.advance(at('2026-11-30', 12))
    expect(desk.steps.map(({ step, at: when }) => [step, when])).toEqual([
      ['warn 1', TUESDAY],
      ['resume', at('2026-11-30', 0)],
      ['warn 2', at('2026-11-30', 9)],
    ])
  })

  test('LIM-14 an admin ends a pause; LIM-13 a changed case is left out and listed', async () => {
    open()
    const account = over()
    await desk.tick()
    const before = selected(account)
    act((unit) => pause(unit, { cases: before, until: '2026-12-01', reason: 'Wait' }))
    expect(act((unit) => endPause(unit, { cases: before, reason: 'Go on' })).left).toMatchObject([{ code: 'case_changed', company: 'Company 1' }])
    expect(act((unit) => endPause(unit, { cases: selected(account), reason: 'Go on' })).done).toBe(1)
    await desk.advance(at('2026-11-25', 12))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2'])
  })

  test('LIM-14 LIM-18 a pause of more than fourteen days starts again at warning 1', async () => {
    open()
    const account = over()
    await desk.tick()
    act((unit) => pause(unit, { cases: selected(account), until: '2026-12-15', reason: 'Long' }))
    await desk.advance(at('2026-12-15', 12))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'resume', 'restart', 'warn 1'])
  })

  test('LIM-06 a paused case resolves at once', async () => {
    open()
    const account = over()
    act((unit) => pause(unit, { cases: selected(account), until: '2026-12-15', reason: 'Long' }))
    desk.use(account, { contacts: 1 })
    expect(caseOf(account).state).toBe('resolved')
  })

  test('CAP-03 a blocked or removed account’s case closes as moot, and opens anew at warning 1', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    desk.facts(account, { removed_at: desk.now })
    expect(caseOf(account).state).toBe('moot')
    expect(desk.isRestricted(account)).toBe(false)
    desk.facts(account, { removed_at: null })
    expect(caseOf(account)).toMatchObject({ state: 'warning', day: 1 })
  })

  test('LIM-15 says in every state what the next step waits for', async () => {
    open()
    const account = over()
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock', nextAt: TUESDAY, nextStep: 'warning' })
    await desk.advance(at('2026-11-26', 12))
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock', nextStep: 'restrict', nextAt: at('2026-11-27', 9), day: 3 })
    desk.db.run('INSERT INTO clock_check (only, since, ground, hours) VALUES (1, ?, ?, 40)', desk.now, 'ahead')
    await desk.advance(at('2026-11-28', 12))
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock_check', nextStep: 'restrict', nextAt: null, day: 4 })
    expect(desk.isRestricted(account)).toBe(false)
    expect(act((unit) => carryOutBatch(unit, { cases: selected(account) })).left).toMatchObject([{ code: 'clock_check' }])
    desk.db.run('DELETE FROM clock_check')
    desk.db.run(`INSERT INTO scheduler_pause (only, since, by) VALUES (1, ?, 'x')`, desk.now)
    expect(caseOf(account)).toMatchObject({ waitsFor: 'scheduler_paused' })
    desk.db.run('DELETE FROM scheduler_pause')
    await desk.tick()
    expect(desk.isRestricted(account)).toBe(true)
  })

  test('SCH-04 the next step’s time explains itself', async () => {
    open(at('2026-11-24', 16, 30))
    const account = over()
    await desk.tick()
    expect(caseOf(account).why).toEqual({
      dueAt: at('2026-11-25', 12, 30),
      zone: 'Europe/Berlin',
      parts: [
        { code: 'start', params: { at: at('2026-11-24', 16, 30) } },
        { code: 'at_least_hours', params: { hours: 20 } },
        { code: 'next_local_day', params: { date: '2026-11-25' } },
        { code: 'window', params: { from: 540, to: 1020 } },
        { code: 'result', params: { at: at('2026-11-25', 12, 30) } },
      ],
    })
    expect(caseOf(account).why?.dueAt).toBe(caseOf(account).nextAt)
  })

  test('LIM-11 a restricted account not seen for six months becomes a candidate, told 30 days before; a login puts it off', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    await desk.advance(at('2027-05-10', 0))
    expect(desk.sent.at(-1)).toMatchObject({ template: 'limits.deletion_announced', at: at('2027-04-27', 9) })
    expect(said(-1)).toContain('27 May 2027')
    desk.facts(account, { last_login_at: desk.now })
    await desk.advance(at('2027-06-30', 0))
    expect(stepsOf(desk.steps)).not.toContain('candidate')
    await desk.advance(at('2027-11-30', 0))
    expect(stepsOf(desk.steps).slice(-2)).toEqual(['announce_deletion', 'candidate'])
    expect(desk.steps.at(-1)?.at).toBe(at('2027-11-10', 0))
    desk.facts(account, { last_login_at: desk.now })
    expect(desk.db.get('SELECT tab FROM limit_row WHERE account = ?', account)).toEqual({ tab: 'restricted' })
  })

  test('LIM-13 a previewed batch is carried out as the scheduler would; what changed or isn’t due is left out and listed', () => {
    open()
    const [due, grown, early] = [over(), over(), over({ time_zone: 'America/New_York' })]
    const cases = [due, grown, early].flatMap((account) => selected(account))
    desk.use(grown, { contacts: 2900 })
    expect(act((unit) => carryOutBatch(unit, { cases }))).toEqual({
      done: 1,
      left: [
        { id: cases[1]?.id, company: 'Company 2', code: 'case_changed' },
        { id: cases[2]?.id, company: 'Company 3', code: 'not_due' },
      ],
    })
    expect(caseOf(due).warnings).toMatchObject([{ n: 1, state: 'planned' }])
  })

  test('LIM-02 usage of any size is compared', () => {
    open()
    desk.db.run(`UPDATE plan SET limits = '{"contacts": 0}' WHERE name = 'Free'`)
    expect(caseOf(over({}, { contacts: Number.MAX_SAFE_INTEGER })).overPermille).toBe(1_000_000_000)
  })

  test('LIM-13 the dry run shows what then happens, with plans and versions, and takes nothing', async () => {
    open()
    const free = over()
    const paid = over({ plan: 'startup' }, { contacts: 5702 })
    over({ plan: 'startup' }, { contacts: 50_000 })
    const until = at('2026-12-12', 0)
    const shown = dryRun(desk.db, { now: desk.now, until, ids: null, limit: 5000 })
    expect(desk.db.get('SELECT count(*) AS n FROM message')).toEqual({ n: 0 })
    expect(shown.counts).toEqual({ warnings: 10, restrictions: 1, upgrades: 1, approvals: 1, other: 1 })
    expect(shown.steps.find(({ step }) => step === 'upgrade')).toMatchObject({
      accountUuid: paid,
      fromPlan: 'Startup',
      toPlan: 'Webinar',
      version: 1,
      rule: 'LIM-08',
      company: 'Company 2',
    })
    const done = await desk.advance(until)
    const key = ({ at: when, step, entity, rule }: { at: number; step: string; entity: string; rule: string }): string =>
      [when, step, entity, rule].join(' ')
    expect(shown.steps.map(key).sort()).toEqual(done.map(key).sort())
    expect(dryRun(desk.db, { now: desk.now, until: until + 1, ids: [caseOf(free).id], limit: 10 }).steps).toEqual([])
  })
})
