import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, query, reject, reopen, undo } from './commands'
import { decisionsOf, isSendable } from './store'
import { ADMIN, ANNA, BEN, CARLA, ReviewsDesk, type Person } from './testing/reviews-desk'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** Mon 23 Nov 2026, 10:00 in Berlin. */
const START = Date.parse('2026-11-23T09:00:00Z')

let desk: ReviewsDesk
let account: string
let group: string

beforeEach(() => {
  desk = new ReviewsDesk(START)
  account = desk.account()
  group = desk.group(account)
})
afterEach(() => desk.close())

const reason = (): string => desk.db.get<{ id: string }>('SELECT id FROM policy_reason WHERE active = 1 ORDER BY ordinal LIMIT 1')!.id
const target = (): { id: string; version: number } => ({ id: desk.review(group).id, version: desk.review(group).version })
const accepts = (who: Person = ANNA, at = target()) => desk.as(who, (unit) => accept(unit, { ...at, evidence: ['form'], departure: 'Looked at anew' }))
const queries = (who: Person = ANNA, at = target()) => desk.as(who, (unit) => query(unit, { ...at, question: 'Which form?' }))
const rejects = (who: Person = ANNA, at = target()) =>
  desk.as(who, (unit) =>
    reject(unit, { ...at, evidence: ['form'], reasons: [reason()], explanation: 'The list was bought.', departure: 'Looked at anew' }),
  )
const reopens = (at = target()) => desk.as(ADMIN, (unit) => reopen(unit, { ...at, reason: 'A mistake' }))
const undoes = (given: ReturnType<typeof accepts>, who: Person = ANNA) =>
  desk.as(who, (unit) => undo(unit, { decisionId: 'done' in given ? given.done.decisionId : '' }))
const minutes = (count: number) => desk.advance(desk.now + count * MINUTE)
const state = (): string => desk.review(group).state
const kinds = (): string[] => desk.db.all<{ kind: string }>("SELECT kind FROM entry WHERE kind GLOB 'reviews.*' ORDER BY seq").map(({ kind }) => kind.slice(8))
const directives = (kind = 'group_sendable'): unknown[] =>
  desk.db
    .all<{ payload: string }>('SELECT payload FROM directive WHERE kind = ? ORDER BY account, seq', kind)
    .map(({ payload }) => JSON.parse(payload) as unknown)
const external = (): string => `G-${group}`

describe('a group', () => {
  it('REV-01 is unsubmitted, with a notice, and not sendable', () => {
    expect([state(), desk.notices(group), isSendable(desk.db, group)]).toEqual(['unsubmitted', ['group_unsubmitted'], false])
    expect(accepts()).toEqual({ refused: 'review_closed' })
  })

  it('REV-02 stays unsubmitted after an incomplete submission, which is answered', () => {
    desk.submit(group, { complete: false })
    expect([state(), desk.notices(group), desk.messages(group)]).toEqual(['unsubmitted', ['group_unsubmitted'], ['incomplete']])
  })

  it('REV-02 REV-06 waits once a submission is complete, due one working day later', () => {
    desk.submit(group)
    expect([state(), desk.notices(group), desk.messages(group)]).toEqual(['pending', ['group_in_review'], ['received']])
    expect(desk.review(group).sla).toEqual({ from: START, dueAt: START + DAY, remainingMs: null })
  })

  it('REV-07 accepted is sendable after the undo window, not before', async () => {
    desk.submit(group)
    expect(accepts()).toMatchObject({ done: { effectiveAt: START + 10_000 } })
    await desk.advance(START + 9_999)
    expect([state(), desk.messages(group), isSendable(desk.db, group), directives()]).toEqual(['pending', ['received'], false, []])
    await desk.advance(START + 10_000)
    expect([state(), desk.messages(group), desk.notices(group), isSendable(desk.db, group)]).toEqual(['accepted', ['received', 'accepted'], [], true])
    expect(directives()).toEqual([{ group: external(), sendable: true }])
  })

  it('REV-07 rejected is told why and never sendable', async () => {
    desk.submit(group)
    rejects()
    await minutes(1)
    expect([state(), desk.messages(group), desk.notices(group), isSendable(desk.db, group), directives()]).toEqual([
      'rejected',
      ['received', 'rejected'],
      ['group_rejected'],
      false,
      [],
    ])
  })

  it('REV-20 isn’t rejected for reasons that the catalogue doesn’t have or no longer has', () => {
    desk.submit(group)
    const by = (id: string) =>
      desk.as(ANNA, (unit) => reject(unit, { ...target(), evidence: ['form'], reasons: [id], explanation: 'No.', departure: null }))
    expect(by(group)).toEqual({ refused: 'reason_unknown' })
    const id = reason()
    desk.db.run('UPDATE policy_reason SET active = 0 WHERE id = ?', id)
    expect(by(id)).toEqual({ refused: 'reason_inactive' })
  })

  it('REV-06 REV-07 waits for an answer to a question, and the rest of its time runs on', async () => {
    desk.submit(group)
    await minutes(120)
    queries()
    await minutes(1)
    expect([state(), desk.notices(group), desk.messages(group)]).toEqual(['query', ['group_question'], ['received', 'queried']])
    expect(desk.review(group).sla.remainingMs).toBe(6 * 60 * MINUTE)
    await minutes(3 * 1440 - 1)
    desk.answer(group)
    expect([state(), desk.notices(group)]).toEqual(['pending', ['group_in_review']])
    expect(desk.review(group).sla.dueAt).toBe(Date.parse('2026-11-27T09:00:00Z'))
    accepts()
    await minutes(1)
    expect(state()).toBe('accepted')
    expect(decisionsOf(desk.db, desk.review(group).id).map(({ outcome, state: its, inTime }) => [outcome, its, inTime])).toEqual([
      ['query', 'stands', true],
      ['accept', 'stands', true],
    ])
  })

  it('REV-07 refuses a decision on what was there before an addition, and drops one that was held', async () => {
    desk.submit(group)
    const before = target()
    desk.answer(group)
    expect(accepts(ANNA, before)).toEqual({ refused: 'review_changed' })
    accepts()
    desk.submit(group)
    expect(desk.review(group).held).toBeNull()
    await minutes(5)
    expect([state(), isSendable(desk.db, group), directives()]).toEqual(['pending', false, []])
    expect(decisionsOf(desk.db, before.id).map((decision) => decision.state)).toEqual(['void'])
    expect(desk.messages(group)).toEqual(['received', 'received'])
    expect(desk.review(group).sla.dueAt).toBe(START + DAY)
  })

  it('REV-07 a complete submission answers a question, an incomplete one only joins it', async () => {
    desk.submit(group)
    queries()
    await minutes(1)
    desk.submit(group, { complete: false })
    expect([state(), desk.messages(group)]).toEqual(['query', ['received', 'queried', 'incomplete']])
    desk.submit(group)
    expect(state()).toBe('pending')
  })

  it('REV-09 rejected can be submitted anew: a review of its own, the history stays', async () => {
    desk.submit(group)
    rejects()
    await minutes(1)
    const first = desk.review(group)
    desk.submit(group, { complete: false })
    expect([state(), desk.messages(group).at(-1)]).toEqual(['rejected', 'incomplete'])
    desk.submit(group)
    expect([state(), desk.review(group).id === first.id, desk.notices(group)]).toEqual(['pending', false, ['group_in_review']])
    expect(decisionsOf(desk.db, first.id)).toHaveLength(1)
    expect(desk.as(ADMIN, (unit) => reopen(unit, { id: first.id, version: first.version + 1, reason: 'A mistake' }))).toEqual({
      refused: 'not_reopenable',
    })
  })

  it('REV-09 SCH-03 the latest review is the one opened last, also by a workstation started again under a clock set back', async () => {
    desk.submit(group)
    rejects()
    await minutes(1)
    const rejected = desk.review(group).id
    await desk.setClock(START - 10 * DAY)
    desk.restart()
    desk.submit(group)
    const { id, state: now } = desk.review(group)
    expect([id < rejected, now, kinds().at(-1)]).toEqual([true, 'pending', 'submitted'])
  })

  it('REV-09 reopened by an admin stops being sendable until it is decided', async () => {
    desk.submit(group)
    accepts()
    await minutes(60)
    expect(reopens({ ...target(), version: 1 })).toEqual({ refused: 'review_changed' })
    reopens()
    expect([state(), isSendable(desk.db, group), desk.notices(group)]).toEqual(['pending', false, ['group_in_review']])
    expect(directives()).toEqual([
      { group: external(), sendable: true },
      { group: external(), sendable: false },
    ])
    expect(desk.review(group).sla.dueAt).toBe(START + 60 * MINUTE + DAY)
    expect(decisionsOf(desk.db, target().id).map((decision) => decision.state)).toEqual(['reopened'])
    expect(desk.messages(group).at(-1)).toBe('reopened')
    expect(reopens()).toEqual({ refused: 'not_reopenable' })
  })

  it('REV-09 MSG-06 doesn’t hear of a verdict that was reopened before its message left', async () => {
    desk.submit(group)
    accepts()
    desk.now += 10_000
    desk.db.run("UPDATE setting SET value = json_set(value, '$.transport', 'none') WHERE key = 'mail'")
    await desk.tick()
    reopens()
    const message = desk.db.get<{ state: string }>("SELECT state FROM message WHERE template = 'reviews.accepted'")
    expect(desk.sent.some(({ template }) => template === 'reviews.accepted') || message?.state === 'withdrawn').toBe(true)
  })

  it('CAP-03 closes as moot with its account, and is looked at anew when that is undone', async () => {
    desk.submit(group)
    accepts()
    desk.accountThere(account, false)
    await minutes(1)
    expect([state(), desk.notices(group), isSendable(desk.db, group)]).toEqual(['moot', [], false])
    expect(accepts()).toEqual({ refused: 'review_closed' })
    desk.submit(group)
    expect(state()).toBe('moot')
    desk.accountThere(account, true)
    expect([state(), desk.notices(group)]).toEqual(['pending', ['group_in_review']])
  })

  it('CAP-03 what was submitted while its account was closed waits once that is undone', () => {
    desk.accountThere(account, false)
    desk.submit(group)
    expect([state(), desk.messages(group)]).toEqual(['moot', []])
    desk.accountThere(account, true)
    expect([state(), desk.messages(group)]).toEqual(['pending', ['received']])
  })

  it('CAP-03 REV-07 closed under a held decision drops it: nothing is sendable, nobody is told', async () => {
    desk.submit(group)
    accepts()
    const { id } = desk.review(group)
    desk.accountThere(account, false)
    await minutes(5)
    expect(decisionsOf(desk.db, id).map((decision) => decision.state)).toEqual(['void'])
    expect([isSendable(desk.db, group), desk.messages(group).includes('accepted'), directives()]).toEqual([false, false, []])
  })

  it('REV-01 gone closes as moot; accepted stays accepted', async () => {
    desk.groupThere(group, false)
    expect([state(), desk.notices(group)]).toEqual(['moot', []])
    desk.groupThere(group, true)
    expect(state()).toBe('unsubmitted')
    desk.submit(group)
    accepts()
    await minutes(1)
    desk.groupThere(group, false)
    expect(state()).toBe('accepted')
    expect(reopens()).toEqual({ refused: 'not_reopenable' })
  })
})

describe('the undo window', () => {
  it('REV-13 takes a decision back as if it had not been, by who decided', async () => {
    desk.submit(group)
    const given = rejects()
    expect(undoes(given, BEN)).toEqual({ refused: 'undo_not_yours' })
    expect(undoes(given)).toEqual({ done: null })
    expect(undoes(given)).toEqual({ refused: 'not_held' })
    await minutes(5)
    expect([state(), desk.messages(group)]).toEqual(['pending', ['received']])
    expect(accepts()).toHaveProperty('done')
  })

  it('REV-13 is over at its end, and one decision waits at a time', async () => {
    desk.submit(group)
    const given = accepts()
    expect(accepts(BEN)).toEqual({ refused: 'review_held' })
    desk.now += 10_000
    expect(undoes(given)).toEqual({ refused: 'undo_over' })
    await desk.tick()
    expect(state()).toBe('accepted')
  })

  it('SCH-03 SCH-05 a doubted clock doesn’t hold decisions back', async () => {
    desk.submit(group)
    await minutes(1)
    accepts()
    await desk.setClock(desk.now + 3 * 3_600_000)
    expect(state()).toBe('accepted')
  })
})

describe('who may decide', () => {
  it('REV-08 nobody whose hand was in a submission or an answer', () => {
    desk.submit(group, { by: CARLA })
    expect([accepts(CARLA), queries(CARLA), rejects(CARLA)]).toEqual(Array.from({ length: 3 }, () => ({ refused: 'review_barred' })))
    expect(accepts(ANNA)).toHaveProperty('done')
  })

  it('REV-08 stays so after the customer’s own next submission', async () => {
    desk.submit(group)
    queries()
    await minutes(1)
    desk.answer(group, { by: CARLA })
    desk.submit(group)
    expect(accepts(CARLA)).toEqual({ refused: 'review_barred' })
  })

  it('REV-08 REV-09 nor reopens, whatever the roles', async () => {
    desk.submit(group, { by: ADMIN })
    accepts()
    await minutes(1)
    expect(reopens()).toEqual({ refused: 'review_barred' })
    expect(state()).toBe('accepted')
  })

  it('REV-08 nobody rejects for evidence that was never asked for; accepting and asking may go on', async () => {
    desk.submit(group)
    desk.db.run('UPDATE submission SET consent_text = NULL WHERE contact_group = ?', group)
    expect(rejects()).toEqual({ refused: 'evidence_unclear' })
    expect(queries()).toHaveProperty('done')
    await minutes(1)
    desk.answer(group)
    expect(rejects()).toHaveProperty('done')
  })

  it('REV-19 nobody departs from an earlier verdict on the account without a reason', async () => {
    const other = desk.group(account)
    desk.submit(other)
    const earlier = { id: desk.review(other).id, version: desk.review(other).version, evidence: ['form'] }
    expect(desk.as(ANNA, (unit) => accept(unit, earlier))).toHaveProperty('done')
    await minutes(1)
    desk.submit(group)
    const said = { ...target(), evidence: ['form'], reasons: [reason()], explanation: 'The list was bought.' }
    expect(desk.as(ANNA, (unit) => reject(unit, said))).toEqual({ refused: 'departure_needed' })
    expect(desk.as(ANNA, (unit) => accept(unit, { ...target(), evidence: ['form'] }))).toHaveProperty('done')
  })

  it('REV-08 REV-20 who is barred hears that first, before any reason of theirs is looked at', () => {
    desk.submit(group, { by: CARLA })
    const said = { ...target(), evidence: ['form'], reasons: [group], explanation: 'The list was bought.' }
    expect(desk.as(CARLA, (unit) => reject(unit, said))).toEqual({ refused: 'review_barred' })
    expect(desk.as(ANNA, (unit) => reject(unit, said))).toEqual({ refused: 'reason_unknown' })
  })

  it('REV-14 not while a colleague has it in hand', () => {
    desk.submit(group)
    desk.db.run('INSERT INTO review_claim (review, operator, until) VALUES (?, ?, ?)', target().id, BEN.id, desk.now + 1)
    expect(accepts()).toEqual({ refused: 'review_claimed' })
    desk.now += 1
    expect(accepts()).toHaveProperty('done')
    expect(desk.db.all('SELECT * FROM review_claim')).toEqual([])
  })
})

describe('address samples', () => {
  const addresses = (): number => desk.db.all('SELECT 1 FROM address_sample').length

  it('REV-17 go 30 days after the decision, not before', async () => {
    desk.submit(group)
    desk.sample(group)
    accepts()
    await minutes(1)
    await desk.advance(START + 10_000 + 30 * DAY - 1)
    expect(addresses()).toBe(1)
    await desk.advance(START + 10_000 + 30 * DAY)
    expect([addresses(), kinds().at(-1)]).toEqual([0, 'sample_erased'])
  })

  it('REV-17 SCH-03 wait while the clock is in doubt', async () => {
    desk.submit(group)
    desk.sample(group)
    accepts()
    await minutes(1)
    await desk.setClock(START + 40 * DAY)
    expect(addresses()).toBe(1)
  })

  it('REV-17 stay while the group is looked at anew', async () => {
    desk.submit(group)
    desk.sample(group)
    rejects()
    await minutes(29 * 1440)
    desk.submit(group)
    await minutes(5 * 1440)
    expect(addresses()).toBe(1)
    accepts()
    await minutes(31 * 1440)
    expect(addresses()).toBe(0)
  })

  it('REV-17 that come too late go all the same', async () => {
    desk.submit(group)
    accepts()
    await minutes(31 * 1440)
    desk.sample(group)
    await minutes(31 * 1440)
    expect(addresses()).toBe(0)
  })

  it('REV-07 join a review that waits, which drops a decision without them', () => {
    desk.submit(group)
    accepts()
    desk.sample(group)
    expect([state(), desk.review(group).held]).toEqual(['pending', null])
  })
})

it('JNL-03 the journal gives the same tables', async () => {
  desk.submit(group)
  rejects()
  await minutes(1)
  desk.submit(group)
  undoes(accepts())
  queries()
  await minutes(1)
  desk.answer(group)
  accepts()
  await minutes(1)
  reopens()
  desk.accountThere(account, false)
  expect(desk.replay()).toEqual([])
  expect(new Set(kinds()).size).toBeGreaterThanOrEqual(8)
})
