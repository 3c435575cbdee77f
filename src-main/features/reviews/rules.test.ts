import { describe, expect, it } from 'vitest'
import { OUTCOMES, REVIEW_STATES, type ReviewState } from '@contract/reviews'
import { newReview } from './events'
import type { Decision, Review } from './review'
import { ANSWER_TIME, lastQuestion, mayDecide, mayReopen, mayUndo, onAnswer, onSubmission, takesEffect, type Verdict } from './rules'

const NOW = 1_000_000
const review = (state: ReviewState, own: Partial<Review> = {}): Review => ({
  ...newReview({ id: 'r', group: 'g', account: 'a', scope: 'group', at: 0, version: 7 }),
  state,
  ...own,
})
const decision = (own: Partial<Decision> = {}): Decision =>
  ({ id: 'd', review: 'r', outcome: 'accept', state: 'held', operator: 'anna', decidedAt: NOW, effectiveAt: NOW + 10_000, ...own }) as Decision
const verdict = (own: Partial<Verdict> = {}): Verdict => ({ outcome: 'accept', version: 7, missing: [], departs: false, departure: null, ...own })
const code = (no: { code: string } | null): string | null => no?.code ?? null
const asked = decision({ outcome: 'query', state: 'stands', effectiveAt: NOW })

describe('what the customer does', () => {
  it('REV-02 REV-07 REV-09 a submission leads where the group stands', () => {
    const steps = (complete: boolean): Record<string, string> =>
      Object.fromEntries(REVIEW_STATES.map((state) => [state, onSubmission(review(state), complete)]))
    expect(steps(true)).toEqual({ unsubmitted: 'submit', pending: 'change', query: 'resume', accepted: 'keep', rejected: 'open', moot: 'keep' })
    expect(steps(false)).toEqual({ unsubmitted: 'tell', pending: 'change', query: 'change', accepted: 'keep', rejected: 'tell', moot: 'keep' })
    expect(onSubmission(null, true)).toBe('keep')
  })

  it('REV-07 an answer resumes a question, joins a review that waits, and is stored else', () => {
    expect(Object.fromEntries(REVIEW_STATES.map((state) => [state, onAnswer(review(state))]))).toEqual({
      unsubmitted: 'keep',
      pending: 'change',
      query: 'resume',
      accepted: 'keep',
      rejected: 'keep',
      moot: 'keep',
    })
    expect(onAnswer(null)).toBe('keep')
  })
})

describe('a verdict', () => {
  it('REV-01 REV-07 is given on a review that waits, and on no other', () => {
    for (const state of REVIEW_STATES)
      for (const outcome of OUTCOMES) {
        const open = state === 'pending' || state === 'query'
        expect([state, outcome, code(mayDecide(review(state), [], verdict({ outcome }), NOW)) === 'review_closed']).toEqual([state, outcome, !open])
      }
    for (const outcome of OUTCOMES) expect(mayDecide(review('pending'), [], verdict({ outcome }), NOW)).toBeNull()
  })

  it('REV-07 on an older version is refused', () => {
    for (const outcome of OUTCOMES) expect(code(mayDecide(review('pending'), [], verdict({ outcome, version: 6 }), NOW))).toBe('review_changed')
  })

  it('REV-13 waits for the one that is held', () => {
    expect(code(mayDecide(review('pending', { held: { decision: 'd', until: NOW } }), [decision()], verdict(), NOW))).toBe('review_held')
  })

  it('REV-08 doesn’t reject for missing evidence that nobody asked for', () => {
    const rejection = verdict({ outcome: 'reject', missing: ['consent_text'] })
    expect(code(mayDecide(review('pending'), [], rejection, NOW))).toBe('evidence_unclear')
    for (const state of ['undone', 'void', 'held'] as const)
      expect(code(mayDecide(review('pending'), [{ ...asked, state }], rejection, NOW))).toBe('evidence_unclear')
    expect(mayDecide(review('pending'), [asked], rejection, NOW)).toBeNull()
    expect(mayDecide(review('pending'), [], { ...rejection, outcome: 'query' }, NOW)).toBeNull()
  })

  it('REV-08 doesn’t take a question’s silence for an answer before its time', () => {
    const waits = review('query')
    expect(mayDecide(waits, [asked], verdict({ outcome: 'accept' }), NOW)).toBeNull()
    expect(code(mayDecide(waits, [asked], verdict({ outcome: 'query' }), NOW))).toBe('answer_awaited')
    expect(mayDecide(waits, [asked], verdict({ outcome: 'reject' }), NOW + ANSWER_TIME - 1)).toEqual({
      code: 'answer_awaited',
      params: { until: NOW + ANSWER_TIME },
    })
    expect(mayDecide(waits, [asked], verdict({ outcome: 'reject' }), NOW + ANSWER_TIME)).toBeNull()
  })

  it('REV-19 that departs from earlier ones says why', () => {
    expect(code(mayDecide(review('pending'), [], verdict({ departs: true }), NOW))).toBe('departure_needed')
    expect(mayDecide(review('pending'), [], verdict({ departs: true, departure: 'Another form by now' }), NOW)).toBeNull()
  })

  it('REV-13 takes effect once its window is over, as long as it is held', () => {
    const held = review('pending', { held: { decision: 'd', until: NOW + 10_000 } })
    expect([takesEffect(held, decision(), NOW + 9_999), takesEffect(held, decision(), NOW + 10_000)]).toEqual([false, true])
    for (const state of ['undone', 'void', 'stands', 'reopened'] as const)
      expect(takesEffect(held, decision({ state }), NOW + 20_000)).toBe(false)
    expect(takesEffect(review('pending'), decision(), NOW + 20_000)).toBe(false)
    expect(takesEffect(held, decision({ id: 'another' }), NOW + 20_000)).toBe(false)
  })

  it('REV-07 has one last question: neither undone nor void', () => {
    const other = { ...asked, id: 'later' }
    expect(lastQuestion([asked, other, { ...asked, state: 'undone' }, decision({ state: 'stands' })])?.id).toBe('later')
    expect(lastQuestion([])).toBeNull()
  })
})

describe('taking back', () => {
  const held = review('pending', { held: { decision: 'd', until: NOW + 10_000 } })

  it('REV-13 is for who decided, within the window', () => {
    expect(mayUndo(decision(), held, 'anna', NOW + 9_999)).toBeNull()
    expect(code(mayUndo(decision(), held, 'ben', NOW))).toBe('undo_not_yours')
    expect(code(mayUndo(decision(), held, 'anna', NOW + 10_000))).toBe('undo_over')
    expect(code(mayUndo(decision({ state: 'void' }), review('pending'), 'anna', NOW))).toBe('not_held')
    expect(code(mayUndo(decision(), review('accepted'), 'anna', NOW))).toBe('not_held')
  })

  it('REV-09 by an admin is for the latest verdict of a group that is there', () => {
    const there = { version: 7, gone: false }
    for (const state of REVIEW_STATES) {
      const decided = state === 'accepted' || state === 'rejected'
      expect([state, mayReopen(review(state), review(state), there) === null]).toEqual([state, decided])
    }
    const accepted = review('accepted')
    expect(code(mayReopen(accepted, review('pending', { id: 'later' }), there))).toBe('not_reopenable')
    expect(code(mayReopen(accepted, accepted, { ...there, gone: true }))).toBe('not_reopenable')
    expect(code(mayReopen(accepted, accepted, { ...there, version: 6 }))).toBe('review_changed')
  })
})
