import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claim, colleaguesOf, handOver, release, snooze } from './claims'
import { accept, undo } from './commands'
import { seen } from './looks'
import { getReview, nextReview, reviewsOfAccount, rowsOf, totalsOfReviews } from './queries'
import { pageOfReviews, totalOfReviews } from './list'
import { removeView, saveView, viewsOf } from './views'
import { ADMIN, ANNA, BEN, CARLA, ReviewsDesk, type Person } from './testing/reviews-desk'

const MINUTE = 60_000
const START = Date.parse('2026-11-23T09:00:00Z')

let desk: ReviewsDesk
let group: string
let id: string
beforeEach(() => {
  desk = new ReviewsDesk(START)
  group = desk.group(desk.account())
  desk.submit(group)
  id = desk.review(group).id
})
afterEach(() => {
  expect(desk.replay()).toEqual([])
  desk.close()
})

const look = (who: Person) => ({ operator: who.id, now: desk.now })
const row = (who: Person) => rowsOf(desk.db, [id], look(who))[0]!
const shown = (who: Person, tab: 'queue' | 'mine' | 'snoozed' | 'decided'): string[] =>
  pageOfReviews(desk.db, { tab }, { sort: 'due', descending: false }, null, 10, look(who)).rows
const claims = (who: Person) => desk.as(who, (unit) => claim(unit, { id }))
const accepts = (who: Person) => desk.as(who, (unit) => accept(unit, { id, version: desk.review(group).version, evidence: ['form'] }))
const view = (who: Person) =>
  getReview(desk.db, id, desk.now, { operatorId: who.id, name: who.name, shortName: who.name, roles: who.roles, language: 'en', touchedAt: 0 })

describe('REV-14 claims', () => {
  it('last 15 minutes, are renewed, and end by themselves; others see who', () => {
    expect(claims(ANNA)).toEqual({ done: { until: START + 15 * MINUTE } })
    expect([row(BEN).claim, row(ANNA).claim]).toMatchObject([
      { name: 'Anna', mine: false },
      { name: 'Anna', mine: true },
    ])
    expect([claims(BEN), accepts(BEN)]).toEqual([{ refused: 'review_claimed' }, { refused: 'review_claimed' }])
    desk.now = START + 10 * MINUTE
    expect(claims(ANNA)).toEqual({ done: { until: START + 25 * MINUTE } })
    desk.now = START + 25 * MINUTE
    expect(row(BEN).claim).toBeNull()
    expect(claims(BEN)).toMatchObject({ done: {} })
    expect(claims(ANNA)).toEqual({ refused: 'review_claimed' })
  })

  it('are given up by who has them, not by others', () => {
    claims(ANNA)
    desk.as(BEN, (unit) => release(unit, { id }))
    expect(row(BEN).claim?.name).toBe('Anna')
    desk.as(ANNA, (unit) => release(unit, { id }))
    expect(row(BEN).claim).toBeNull()
  })

  it('REV-08 are refused to who recorded for the customer, as are notes and order', () => {
    desk.submit(group, { by: CARLA })
    expect(claims(CARLA)).toEqual({ refused: 'review_barred' })
    expect(desk.as(CARLA, (unit) => handOver(unit, { id, to: BEN.id, note: 'Please' }))).toEqual({ refused: 'review_barred' })
    expect(desk.as(CARLA, (unit) => snooze(unit, { id, until: desk.now + MINUTE, note: 'Later' }))).toEqual({ refused: 'review_barred' })
    expect(desk.as(ANNA, (unit) => handOver(unit, { id, to: CARLA.id, note: 'Please' }))).toEqual({ refused: 'colleague_barred' })
  })

  it('need a review that waits', () => {
    const fresh = desk.review(desk.group(desk.account())).id
    expect(desk.as(ANNA, (unit) => claim(unit, { id: fresh }))).toEqual({ refused: 'review_closed' })
    accepts(ANNA)
    expect(claims(BEN)).toEqual({ refused: 'review_held' })
  })

  it('are handed over with a note: the colleague finds it, nobody else is offered it, until somebody takes it', () => {
    claims(ANNA)
    expect(desk.as(ANNA, (unit) => handOver(unit, { id, to: BEN.id, note: 'You know them' }))).toEqual({ done: null })
    expect([shown(ANNA, 'mine'), shown(BEN, 'mine')]).toEqual([[], [id]])
    expect([nextReview(desk.db, null, look(ANNA)), nextReview(desk.db, null, look(BEN))]).toEqual([null, id])
    expect(view(BEN).thread.find(({ kind }) => kind === 'note')).toMatchObject({ by: 'Anna', text: 'You know them' })
    claims(ANNA)
    expect([shown(ANNA, 'mine'), shown(BEN, 'mine')]).toEqual([[id], []])
  })

  it('go to reviewers who are there', () => {
    expect(desk.as(ANNA, (unit) => handOver(unit, { id, to: ANNA.id, note: 'Myself' }))).toEqual({ refused: 'colleague_missing' })
    desk.db.run('UPDATE operator SET removed_at = 1 WHERE id = ?', BEN.id)
    desk.db.run('UPDATE operator SET roles = 4 WHERE id = ?', ADMIN.id)
    expect(desk.as(ANNA, (unit) => handOver(unit, { id, to: BEN.id, note: 'Gone' }))).toEqual({ refused: 'colleague_missing' })
    expect(colleaguesOf(desk.db, ANNA.id)).toEqual([{ id: CARLA.id, name: 'Carla' }])
  })

  it('are put aside for oneself alone; the clock runs on, and it comes back by itself', () => {
    const until = START + 60 * MINUTE
    expect(desk.as(ANNA, (unit) => snooze(unit, { id, until: START, note: 'Now' }))).toEqual({ refused: 'snooze_in_past' })
    claims(ANNA)
    desk.as(ANNA, (unit) => snooze(unit, { id, until, note: 'After lunch' }))
    expect([shown(ANNA, 'queue'), shown(ANNA, 'snoozed'), shown(BEN, 'queue')]).toEqual([[], [id], [id]])
    expect([totalOfReviews(desk.db, { tab: 'queue' }, look(ANNA)).count, totalsOfReviews(desk.db, look(ANNA)).snoozed.count]).toEqual([0, 1])
    expect([nextReview(desk.db, null, look(ANNA)), row(ANNA).snoozedUntil, row(BEN).snoozedUntil]).toEqual([null, until, null])
    expect([row(ANNA).claim, row(ANNA).sla.dueAt]).toEqual([null, desk.review(group).sla.dueAt])
    expect(view(BEN).thread.filter(({ kind }) => kind === 'note')).toEqual([])
    desk.now = until
    expect([shown(ANNA, 'queue'), shown(ANNA, 'snoozed')]).toEqual([[id], []])
  })
})

describe('a row', () => {
  it('REV-13 leaves the queue once decided and comes back when undone', () => {
    const given = accepts(ANNA)
    expect([shown(BEN, 'queue'), shown(BEN, 'decided'), row(ANNA).held?.mine, row(BEN).held?.mine]).toEqual([[], [id], true, false])
    desk.as(ANNA, (unit) => undo(unit, { decisionId: 'done' in given ? given.done.decisionId : '' }))
    expect([shown(BEN, 'queue'), row(BEN).held]).toEqual([[id], null])
  })

  it('REV-07 says what the customer changed since the last look, and only then', () => {
    expect([row(ANNA).changed, view(ANNA).changes]).toEqual([false, []])
    const sees = (version: number) => desk.as(ANNA, (unit) => seen(unit, { id, version }))
    sees(desk.review(group).version)
    desk.now += MINUTE
    desk.answer(group)
    expect([row(ANNA).changed, row(BEN).changed, view(ANNA).changes]).toEqual([true, false, [{ field: 'answers', before: '0', after: '1' }]])
    sees(desk.review(group).version - 1)
    expect(row(ANNA).changed).toBe(true)
    sees(desk.review(group).version)
    expect([row(ANNA).changed, view(ANNA).changes]).toEqual([false, []])
    accepts(BEN)
    expect(row(ANNA).changed).toBe(false)
  })

  it('REV-07 keeps the thread: submission, answer, a decision that an addition voided', () => {
    desk.now += MINUTE
    accepts(ANNA)
    desk.now += 1000
    desk.answer(group)
    expect(view(BEN).thread.map(({ kind, state, by }) => [kind, state, by])).toEqual([
      ['submission', null, null],
      ['decision', 'void', 'Anna'],
      ['answer', null, null],
    ])
  })

  it('REV-08 says who may not decide', () => {
    desk.submit(group, { by: CARLA })
    expect([view(ANNA).barred, view(CARLA).barred, view(ADMIN).barred]).toMatchObject([
      null,
      { code: 'review_barred', params: { why: 'recorded_submission' } },
      { code: 'role_missing' },
    ])
  })

  it('CAP-03 is in no list when moot, but with its account', () => {
    const account = desk.accountOf(group)
    desk.groupThere(group, false)
    expect([shown(ANNA, 'queue'), shown(ANNA, 'decided')]).toEqual([[], []])
    expect(reviewsOfAccount(desk.db, account, null, 10, look(ANNA)).rows.map(({ state }) => state)).toEqual(['moot'])
  })
})

describe('DSK-03 saved views', () => {
  it('are an operator’s own', () => {
    const save = (who: Person, own: string | null, name: string) =>
      desk.as(who, (unit) => saveView(unit, { id: own, name, filter: { tab: 'queue', language: 'de' } }))
    const made = save(ANNA, null, 'German')
    const own = 'done' in made ? made.done.id : ''
    expect(viewsOf(desk.db, ANNA.id)).toEqual([{ id: own, name: 'German', filter: { tab: 'queue', language: 'de' } }])
    expect(save(BEN, own, 'Mine')).toEqual({ refused: 'view_missing' })
    expect(desk.as(BEN, (unit) => removeView(unit, { id: own }))).toEqual({ refused: 'view_missing' })
    save(ANNA, own, 'Deutsch')
    expect(viewsOf(desk.db, ANNA.id)[0]!.name).toBe('Deutsch')
    desk.as(ANNA, (unit) => removeView(unit, { id: own }))
    expect([viewsOf(desk.db, ANNA.id), viewsOf(desk.db, BEN.id)]).toEqual([[], []])
  })
})
