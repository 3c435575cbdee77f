import type { CalendarSettings } from '@contract/scheduler'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { accept, query, reject, reopen, undo } from './commands'
import type { Review } from './review'
import { NOTICES } from './rules'
import { calendars, starts } from './testing/calendars'
import { ADMIN, ANNA, BEN, CARLA, ReviewsDesk } from './testing/reviews-desk'
import { SlowClock } from './testing/slow-clock'

/** A failing run prints its seed and path: `fc.assert(…, { seed, path })` replays it. REEVE_LONG raises the numbers. */
const numRuns = process.env['REEVE_LONG'] === undefined ? 60 : 2000
const MINUTE = 60_000
const PEOPLE = [ANNA, BEN, CARLA] as const

type Step =
  | { do: 'submit' | 'record'; group: number; complete: boolean; late: number }
  | { do: 'answer' | 'record_answer'; group: number; late: number }
  | { do: 'sample'; group: number }
  | { do: 'decide'; group: number; who: number; outcome: 'accept' | 'query' | 'reject'; stale: boolean }
  | { do: 'undo'; nth: number; who: number }
  | { do: 'reopen'; group: number }
  | { do: 'run'; minutes: number }
  | { do: 'seconds'; seconds: number }
  | { do: 'clock'; minutes: number }
  | { do: 'group'; group: number; there: boolean }
  | { do: 'account'; there: boolean }
type Action = Step | { do: 'kill'; write: number; step: Step }

const group = fc.nat(2)
const who = fc.nat(2)
const late = fc.constantFrom(0, 0, 0, 7, 90, 3000)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const), group, complete: fc.boolean(), late }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('record' as const), group, complete: fc.constant(true), late }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), group, late }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('record_answer' as const), group, late }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sample' as const), group }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      group,
      who,
      outcome: fc.constantFrom('accept' as const, 'query' as const, 'query' as const, 'reject' as const),
      stale: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: fc.nat(2), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), group }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('run' as const), minutes: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 6000 })) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('run' as const), minutes: fc.constant(31 * 1440) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('seconds' as const), seconds: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.integer({ min: -5000, max: 5000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('group' as const), group, there: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('account' as const), there: fc.boolean() }) },
)
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 9, arbitrary: step },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), write: fc.integer({ min: 1, max: 40 }), step }) },
)
const scenario = fc.record({ calendar: calendars, start: starts, actions: fc.array(action, { minLength: 10, maxLength: 90, size: 'max' }) })

class Simulation {
  readonly desk: ReviewsDesk
  readonly account: string
  readonly groups: string[]
  /** What commands answered: none of these may get lost. */
  readonly given: string[] = []
  readonly #seen = new Map<string, { id: string; version: number }>()

  constructor(start: number, calendar: CalendarSettings) {
    this.desk = new ReviewsDesk(start, calendar)
    this.account = this.desk.account()
    this.groups = [this.desk.group(this.account), this.desk.group(this.account), this.desk.group(this.desk.account())]
  }

  async act(action: Action): Promise<void> {
    if (action.do === 'kill') {
      await this.desk.killed(action.write, () => this.#step(action.step))
    } else await this.#step(action)
    await this.desk.tick()
  }

  async #step(step: Step): Promise<void> {
    const { desk } = this
    const id = 'group' in step && typeof step.group === 'number' ? (this.groups[step.group] as string) : ''
    switch (step.do) {
      case 'submit':
      case 'record':
        return void desk.submit(id, { complete: step.complete, by: step.do === 'record' ? CARLA : null, at: desk.now - step.late * MINUTE })
      case 'answer':
      case 'record_answer':
        return desk.answer(id, { by: step.do === 'record_answer' ? CARLA : null, at: desk.now - step.late * MINUTE })
      case 'sample':
        return desk.sample(id)
      case 'decide':
        return this.#decide(id, step)
      case 'undo': {
        const decisionId = this.given.at(-1 - step.nth)
        if (decisionId !== undefined) desk.as(PEOPLE[step.who]!, (unit) => undo(unit, { decisionId }))
        return
      }
      case 'reopen': {
        const { id: review, version } = desk.review(id)
        return void desk.as(ADMIN, (unit) => reopen(unit, { id: review, version, reason: 'A mistake' }))
      }
      case 'run':
        return void (await desk.advance(desk.now + step.minutes * MINUTE))
      case 'seconds':
        return void (await desk.advance(desk.now + step.seconds * 1000))
      case 'clock':
        return void (await desk.setClock(desk.now + step.minutes * MINUTE))
      case 'group':
        return desk.groupThere(id, step.there)
      case 'account':
        return desk.accountThere(this.account, step.there)
    }
  }

  #decide(id: string, { outcome, who, stale }: Extract<Step, { do: 'decide' }>): void {
    const { desk } = this
    const current = desk.review(id)
    const seen = this.#seen.get(id)
    const target = stale && seen !== undefined ? seen : { id: current.id, version: current.version }
    this.#seen.set(id, { id: current.id, version: current.version })
    const said = { ...target, evidence: ['form'], departure: 'Looked at anew' }
    const reasons = desk.db.all<{ id: string }>('SELECT id FROM policy_reason WHERE active = 1 ORDER BY ordinal LIMIT 1').map((reason) => reason.id)
    const answer = desk.as(PEOPLE[who]!, (unit) => {
      if (outcome === 'accept') return accept(unit, said)
      return outcome === 'query'
        ? query(unit, { ...target, question: 'Which form?' })
        : reject(unit, { ...said, reasons, explanation: 'The list was bought.' })
    })
    if ('done' in answer) {
      this.given.push(answer.done.decisionId)
      if (target.version !== current.version || target.id !== current.id) throw new Error('a decision on an older version went through')
    }
  }

  close(): void {
    this.desk.close()
  }
}

interface Entry {
  seq: number
  at: number
  actor: string
  kind: string
  entity: string
  body: Record<string, unknown>
}

const entriesOf = ({ db }: ReviewsDesk): Entry[] =>
  db
    .all<Omit<Entry, 'body'> & { body: string }>("SELECT seq, at, actor, kind, entity, body FROM entry WHERE kind GLOB 'reviews.*' ORDER BY seq")
    .map((entry) => ({ ...entry, kind: entry.kind.replace('reviews.', ''), body: JSON.parse(entry.body) as Record<string, unknown> }))

/** REV-06 told again from the journal with a clock that is read minute by minute. */
function checkClock(entries: readonly Entry[], slow: SlowClock): void {
  let due = NaN
  let remaining = NaN
  const decidedAt = new Map<unknown, number>()
  for (const { kind, at, body } of entries) {
    if (kind === 'submitted') expect(body['due'], 'due after a submission').toBe((due = slow.dayLater(body['on'] as number)))
    if (kind === 'decided') {
      decidedAt.set(body['decision'], at)
      expect(body['in_time'], 'in time').toBe(Number.isNaN(due) ? remaining > 0 : at <= due)
    }
    if (kind === 'took_effect' && body['outcome'] === 'query') {
      remaining = slow.between(decidedAt.get(body['decision'])!, due)
      expect(body['remaining'], 'left by a question').toBe(remaining)
      due = NaN
    }
    if (kind === 'answered') expect(body['due'], 'due after an answer').toBe((due = slow.after(body['on'] as number, remaining)))
    if (kind === 'reopened') expect(body['due'], 'due after a reopening').toBe((due = slow.dayLater(at)))
  }
}

/** What must hold whatever happened. */
function check({ desk, groups, given }: Simulation, slow: SlowClock): void {
  const entries = entriesOf(desk)
  const { db } = desk
  const byReview = new Map<string, Entry[]>()
  for (const entry of entries) byReview.set(entry.entity, [...(byReview.get(entry.entity) ?? []), entry])
  const messages = db.all<{ key: string; template: string; params: string }>('SELECT key, template, params FROM message')
  const keys = new Set(messages.map(({ key }) => key))

  for (const own of byReview.values()) {
    if (own.some(({ kind }) => kind === 'opened')) checkClock(own, slow)
    for (const [n, entry] of own.entries()) {
      if (entry.kind !== 'took_effect') continue
      const decision = entry.body['decision']
      const from = own.findIndex(({ kind, body }) => kind === 'decided' && body['decision'] === decision)
      const decided = own[from]
      expect(decided?.body['outcome'], 'an effect without its decision').toBe(entry.body['outcome'])
      expect(PEOPLE.map(({ id }) => id), 'decided by a reviewer').toContain(decided?.actor)
      expect(entry.at, 'the undo window').toBeGreaterThanOrEqual((decided?.body['effective'] as number) ?? Infinity)
      const between = own.slice(from + 1, n).map(({ kind }) => kind)
      expect(between, 'something came between decision and effect').toEqual([])
      expect(keys.has(`reviews/${entry.entity}/decided/${String(decision)}`), 'an effect without its message').toBe(true)
    }
  }

  // No message without its decision, none twice.
  for (const { key, template } of messages) {
    const [, review, what, of] = key.split('/') as [string, string, string, string]
    const own = byReview.get(review) ?? []
    const outcomes = { 'reviews.accepted': 'accept', 'reviews.queried': 'query', 'reviews.rejected': 'reject' } as Record<string, string>
    const cause = own.some(({ kind, body }) => {
      if (what === 'decided') return kind === 'took_effect' && body['decision'] === of && body['outcome'] === outcomes[template]
      if (what === 'received') return ['submitted', 'changed', 'answered'].includes(kind) && (body['addition'] ?? body['submission']) === of
      if (what === 'incomplete') return ['found_incomplete', 'changed'].includes(kind) && (body['addition'] ?? body['submission']) === of
      return kind === 'reopened'
    })
    expect(cause, `${key} without its decision`).toBe(true)
  }
  for (const key of new Set(desk.sent.map((one) => one.key)))
    expect(desk.sent.filter((one) => one.key === key).length, `${key} doubled`).toBe(1)

  // No decision is lost: each took effect, was taken back, was dropped by a change, or still waits.
  const made = entries.filter(({ kind }) => kind === 'decided').map(({ body }) => body['decision'] as string)
  expect(made.filter((id) => given.includes(id))).toEqual(given)
  for (const id of made) {
    const state = db.get<{ state: string }>('SELECT state FROM review_decision WHERE id = ?', id)?.state
    const held = db.get('SELECT 1 FROM review WHERE held_decision = ?', id) !== undefined
    const fate = entries.filter(({ kind, body }) => body['decision'] === id && kind !== 'decided').map(({ kind }) => kind)
    const expected = { held: [], void: [], undone: ['undone'], stands: ['took_effect'], reopened: ['took_effect', 'reopened'] }
    expect([fate, held]).toEqual([expected[state as keyof typeof expected], state === 'held'])
  }

  for (const id of groups) checkGroup(desk, id, entries)
  expect(db.all('SELECT * FROM step_failure')).toEqual([])
  const late = db.all('SELECT 1 FROM review WHERE held_until <= ?', desk.now)
  expect(late, 'a decision whose window is over still waits').toEqual([])
}

function checkGroup({ db }: ReviewsDesk, id: string, entries: readonly Entry[]): void {
  const reviews = db.all<{ id: string; state: Review['state'] }>('SELECT id, state FROM review WHERE contact_group = ?', id)
  const own = entries.filter(({ entity }) => reviews.some((one) => one.id === entity))
  const sendable = db.get<{ sendable: number }>('SELECT sendable FROM group_standing WHERE contact_group = ?', id)?.sendable === 1
  const last = own.findLast(({ kind, body }) => kind === 'reopened' || (kind === 'took_effect' && body['outcome'] !== 'query'))
  expect(sendable, 'sendable without an accept').toBe(last?.kind === 'took_effect' && last.body['outcome'] === 'accept')
  const told = db.get<{ payload: string }>(
    "SELECT payload FROM directive WHERE kind = 'group_sendable' AND json_extract(payload, '$.group') = ? ORDER BY seq DESC LIMIT 1",
    `G-${id}`,
  )
  expect(told !== undefined && (JSON.parse(told.payload) as { sendable: boolean }).sendable, 'what the platform was told').toBe(sendable)

  expect(reviews.filter(({ state }) => ['unsubmitted', 'pending', 'query'].includes(state)).length, 'open reviews').toBeLessThanOrEqual(1)
  const latest = own.findLast(({ kind }) => kind === 'opened')?.entity
  expect(db.get<{ review: string }>('SELECT review FROM group_standing WHERE contact_group = ?', id)?.review).toBe(latest)
  const notice = NOTICES[reviews.find((one) => one.id === latest)?.state ?? 'moot']
  const shown = db.all<{ kind: string }>('SELECT kind FROM notice WHERE subject = ? AND removed_at IS NULL', id).map(({ kind }) => kind)
  expect(shown, 'its notice').toEqual(notice === null ? [] : [notice])

  const helped = db.get<{ at: number }>(
    `SELECT min(seq) AS at FROM (SELECT id FROM submission WHERE contact_group = ? AND recorded_by = ? UNION ALL SELECT id FROM answer WHERE contact_group = ? AND recorded_by = ?) h
     JOIN entry e ON e.kind IN ('reviews.submitted', 'reviews.changed', 'reviews.answered') AND (json_extract(e.body, '$.submission') = h.id OR json_extract(e.body, '$.addition') = h.id)`,
    id,
    CARLA.id,
    id,
    CARLA.id,
  )?.at
  const barred = own.filter(({ kind, actor, seq }) => kind === 'decided' && actor === CARLA.id && helped != null && seq > helped)
  expect(barred, 'decided by who recorded').toEqual([])
}

test('REV-01 REV-06 REV-07 REV-08 REV-13 JNL-03 no group is sendable without an accept, no message goes without its decision, no decision is lost, killed anywhere', async () => {
  const slow = new Map<CalendarSettings, SlowClock>()
  await fc.assert(
    fc.asyncProperty(scenario, async ({ calendar, start, actions }) => {
      if (!slow.has(calendar)) slow.set(calendar, new SlowClock(calendar))
      const simulation = new Simulation(start, calendar)
      try {
        for (const one of actions) await simulation.act(one)
        check(simulation, slow.get(calendar)!)
        expect(simulation.desk.replay()).toEqual([])
      } finally {
        simulation.close()
      }
    }),
    { numRuns },
  )
}, 3_600_000)
