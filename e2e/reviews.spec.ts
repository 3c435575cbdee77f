import type { Page } from '@playwright/test'
import { reviewsContract } from '../src-preload/contract/reviews'
import { expect, test } from './support/launch'
import {
  addOperator,
  answerFeed,
  groupId,
  groupName,
  importInto,
  makeReviews,
  MINUTE,
  START,
  submissionFeed,
  submissionRow,
  type ListedReview,
} from './support/groups'
import { ADMIN, advance, listed, PASSPHRASE, removeFolder, signIn } from './support/people'

const AT = Date.parse(START)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
/** The review that is open in the detail. */
const open = (page: Page, nth: number) => expect(heading(page, groupName(nth))).toBeVisible()
const stateOf = (folder: string, nth: number): ListedReview => listed<ListedReview>('reviews', folder).findLast(({ group_id }) => group_id === groupId(nth))!

async function toReviews(page: Page): Promise<void> {
  await page.keyboard.type('gr')
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
}

/** Another person takes the seat. */
async function changeSeats(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /other|switch/i }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await signIn(page)
}

test('REV-07 REV-13 REV-15 ten reviews by keyboard alone: all outcomes, an undo, then the answer to a question and its accept', async ({ launch }) => {
  const folder = makeReviews()
  const { page, close } = await launch({ folder })
  const { keyboard } = page
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await toReviews(page)
  await open(page, 0)

  await test.step('an accept is two keys, and the next review opens by itself', async () => {
    await keyboard.press('a')
    await keyboard.press('Enter')
    await open(page, 1)
  })

  await test.step('an undo brings it back', async () => {
    await keyboard.press('a')
    await keyboard.press('Enter')
    await open(page, 2)
    await keyboard.press('Control+z')
    await open(page, 1)
    await keyboard.press('a')
    await keyboard.press('Enter')
    await open(page, 2)
  })

  await test.step('a question', async () => {
    await keyboard.press('q')
    await keyboard.type('Where does the form say who sends?')
    await keyboard.press('Control+Enter')
    await open(page, 3)
  })

  await test.step('a rejection by the first reason of the catalogue', async () => {
    await keyboard.press('r')
    await keyboard.press('1')
    await keyboard.press('Tab')
    await keyboard.type('The addresses were bought.')
    await keyboard.press('Control+Enter')
    await open(page, 4)
  })

  await test.step('the rest', async () => {
    for (let nth = 4; nth < 10; nth += 1) {
      await open(page, nth)
      await keyboard.press('a')
      await keyboard.press('Enter')
    }
    await expect(heading(page, groupName(9))).toHaveCount(0)
  })

  await advance(page, AT + MINUTE)
  expect(listed<ListedReview>('reviews', folder).map(({ state }) => state).toSorted()).toEqual([...Array<string>(8).fill('accepted'), 'query', 'rejected'])
  expect(stateOf(folder, 2)).toMatchObject({ state: 'query', sendable: false })

  await test.step('REV-07 a query answered comes back, is accepted, and its group is sendable', async () => {
    importInto(folder, answerFeed([`N2,${groupId(2)},2026-11-23T09:01:00Z,"It is in the footer of the form, see imprint."`]))
    await open(page, 2)
    await expect(page.getByText('It is in the footer of the form, see imprint.')).toBeVisible()
    await keyboard.press('a')
    await keyboard.press('Enter')
    await advance(page, AT + 2 * MINUTE)
    expect(stateOf(folder, 2)).toMatchObject({ state: 'accepted', sendable: true })
  })

  const verified = await page.evaluate(() => window.reeve.call('journal.verify', {}))
  expect(verified).toMatchObject({ ok: true, value: { ok: true } })
  await close()
  removeFolder(folder)
})

test('REV-07 REV-09 REV-19 a changed submission refuses the old decision; rejected and submitted anew shows the earlier verdict', async ({ launch }) => {
  const folder = makeReviews()
  const { page, close } = await launch({ folder })
  const { keyboard } = page
  await signIn(page)
  await toReviews(page)
  await open(page, 0)

  await test.step('what is typed stays when the customer changes the submission meanwhile', async () => {
    await keyboard.press('q')
    await keyboard.type('Which shop is this?')
    importInto(folder, submissionFeed([submissionRow('S0b', groupId(0), 0, { at: '2026-11-23T08:59:00Z', form: 'https://g0.example/newsletter/join' })]))
    await keyboard.press('Control+Enter')
    await expect(page.getByText(/changed/i).first()).toBeVisible()
    await open(page, 0)
    await expect(page.getByRole('textbox', { name: /question/i })).toHaveValue('Which shop is this?')
    expect(stateOf(folder, 0)).toMatchObject({ state: 'pending' })
    await keyboard.press('Escape')
  })

  await test.step('what changed is looked at before anything is decided', async () => {
    await keyboard.press('r')
    await expect(page.getByText(/look again before you decide/i)).toBeVisible()
    await keyboard.press('v')
    await expect(page.getByText(/look again before you decide/i)).toHaveCount(0)
  })

  await test.step('rejected, submitted anew: the earlier verdict stands beside it', async () => {
    await keyboard.press('r')
    await keyboard.press('1')
    await keyboard.press('Tab')
    await keyboard.type('The addresses were bought.')
    await keyboard.press('Control+Enter')
    await open(page, 1)
    await advance(page, AT + MINUTE)
    expect(stateOf(folder, 0)).toMatchObject({ state: 'rejected', sendable: false })
    importInto(folder, submissionFeed([submissionRow('S0c', groupId(0), 0, { at: '2026-11-23T09:01:00Z' })]))
    await page.getByRole('grid').getByText(groupName(0)).click()
    await open(page, 0)
    await expect(page.getByText(/Earlier verdicts/i).first()).toBeVisible()
    await expect(page.getByText('Rejected').first()).toBeVisible()
  })
  await close()
  removeFolder(folder)
})

test('REV-14 a second reviewer sees the claim of the first, and can’t decide over it', async ({ launch }) => {
  const folder = makeReviews()
  addOperator(folder, 'Rita Reviewer', 'reviewer')
  const { page, close } = await launch({ folder })
  await page.getByRole('button', { name: new RegExp(ADMIN) }).click()
  await signIn(page)
  await toReviews(page)
  await open(page, 0)
  await page.keyboard.press('c')
  await expect.poll(() => stateOf(folder, 0).claimed_by).toBe(ADMIN)

  await changeSeats(page, 'Rita Reviewer')
  await toReviews(page)
  await page.getByRole('grid').getByText(groupName(0)).click()
  await open(page, 0)
  await expect(page.getByText(new RegExp(ADMIN)).first()).toBeVisible()
  const review = await page.evaluate((id) => window.reeve.call('reviews.get', { id }), stateOf(folder, 0).review_id)
  expect(review).toMatchObject({ ok: true, value: { claim: { name: ADMIN, mine: false } } })
  const refused = await page.evaluate(
    ({ id }) => window.reeve.call('reviews.accept', { id, version: 2, evidence: ['form'] }),
    { id: stateOf(folder, 0).review_id },
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'review_claimed', params: { name: ADMIN } } })
  await close()
  removeFolder(folder)
})

test('REV-08 support is refused everywhere, also on the bridge itself, and every try is journaled', async ({ launch }) => {
  const folder = makeReviews()
  addOperator(folder, 'Sam Support', 'support')
  const { page, close } = await launch({ folder })
  await page.getByRole('button', { name: /Sam Support/ }).click()
  await signIn(page)
  await toReviews(page)
  await open(page, 0)

  await test.step('the keys decide nothing, and the screen says who may', async () => {
    for (const keys of ['a', 'Enter', 'q', 'r', 'c']) await page.keyboard.press(keys)
    await expect(page.getByText(/reviewers/i).first()).toBeVisible()
    expect(stateOf(folder, 0)).toMatchObject({ state: 'pending', claimed_by: null })
  })

  await test.step('the bridge refuses every command that is not theirs', async () => {
    const { review_id: id } = stateOf(folder, 0)
    const forReviewers = Object.entries(reviewsContract)
      .filter(([, { kind, who }]) => kind === 'command' && Array.isArray(who) && !who.includes('support' as never))
      .map(([name]) => name)
    expect(forReviewers).toEqual(expect.arrayContaining(['reviews.accept', 'reviews.query', 'reviews.reject', 'reviews.claim', 'reviews.snooze', 'reviews.hand_over']))
    for (const name of forReviewers) {
      const answer = await page.evaluate(([op, review]) => window.reeve.call(op as never, { id: review, version: 2 } as never), [name, id] as const)
      expect(answer, name).toMatchObject({ ok: false, error: { kind: 'denied', code: 'role_missing' } })
    }
    const tries = listed<{ kind: string; rule: string; actor: string }>('journal', folder).filter(({ kind }) => kind === 'reviews.refused')
    expect(tries).toHaveLength(forReviewers.length)
    expect(tries.every(({ rule }) => rule === 'REV-08')).toBe(true)
    expect(stateOf(folder, 0)).toMatchObject({ state: 'pending', sendable: false, claimed_by: null })
  })
  await close()
  removeFolder(folder)
})
