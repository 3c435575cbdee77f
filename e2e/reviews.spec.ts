import type { Page } from '@playwright/test'
import { reviewsContract, type ReviewView } from '../src-preload/contract/reviews'
import { expect, test } from './support/launch'
import {
  addOperator,
  answerFeed,
  groupId,
  groupName,
  makeReviews,
  MINUTE,
  START,
  submissionFeed,
  submissionRow,
} from './support/groups'
import { ADMIN, advance, isIn, listed, PASSPHRASE, removeFolder, signIn } from './support/people'

const AT = Date.parse(START)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
/** The review that is open in the detail. */
const open = (page: Page, nth: number) => expect(heading(page, groupName(nth))).toBeVisible()

/** What the desk says of the latest review of a group. */
async function stateOf(page: Page, nth: number): Promise<ReviewView> {
  const found = await page.evaluate(async (group) => {
    for (const tab of ['queue', 'query', 'unsubmitted', 'decided'] as const) {
      const listed = await window.reeve.call('reviews.list', { tab, search: group })
      const row = listed.ok ? listed.value.rows.find(({ groupName }) => groupName === group) : undefined
      if (row === undefined) continue
      const review = await window.reeve.call('reviews.get', { id: row.id })
      if (review.ok) return review.value
    }
    return null
  }, groupName(nth))
  expect(found, `a review of ${groupName(nth)}`).not.toBeNull()
  return found!
}

/** Facts come in while the desk is open, as by the Import screen. */
async function takeFacts(page: Page, files: readonly string[]): Promise<void> {
  const taken = await page.evaluate((paths) => window.reeve.call('feeds.import', { files: paths.map((path) => ({ path })) }), files)
  expect(taken).toMatchObject({ ok: true, value: { files: [{ bad: 0, rows: 1 }] } })
}

async function toReviews(page: Page): Promise<void> {
  await page.keyboard.type('gr')
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
}

/** Commands that support may not give. */
const forReviewers = Object.entries(reviewsContract)
  .filter(([, { kind, who }]) => kind === 'command' && Array.isArray(who) && !who.includes('support' as never))
  .map(([name]) => name)

/** Another person takes the seat. */
async function changeSeats(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await signIn(page)
}

test('REV-07 REV-13 REV-15 ten reviews by keyboard alone: all outcomes, an undo, then the answer to a question and its accept', async ({ launch }) => {
  const folder = makeReviews()
  const { page, close } = await launch({ folder })
  const { keyboard } = page
  await expect(page.getByLabel(`Passphrase of ${ADMIN}`)).toBeFocused()
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await isIn(page)
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
  const states: string[] = []
  for (let nth = 0; nth < 10; nth += 1) states.push((await stateOf(page, nth)).state)
  expect(states).toEqual(['accepted', 'accepted', 'query', 'rejected', ...Array<string>(6).fill('accepted')])
  expect(await stateOf(page, 2)).toMatchObject({ state: 'query', sendable: false })

  await test.step('REV-07 a query answered comes back, is accepted, and its group is sendable', async () => {
    await takeFacts(page, answerFeed([`N2,${groupId(2)},2026-11-23T09:01:00Z,"It is in the footer of the form, see imprint."`]))
    await open(page, 2)
    await expect(page.getByText('It is in the footer of the form, see imprint.')).toBeVisible()
    await keyboard.press('a')
    await keyboard.press('Enter')
    await advance(page, AT + 2 * MINUTE)
    expect(await stateOf(page, 2)).toMatchObject({ state: 'accepted', sendable: true })
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
    await takeFacts(page, submissionFeed([submissionRow('S0b', groupId(0), 0, { at: '2026-11-23T08:59:00Z', form: 'https://g0.example/newsletter/join' })]))
    await keyboard.press('Control+Enter')
    await expect(page.getByText(/changed/i).first()).toBeVisible()
    await open(page, 0)
    await expect(page.getByRole('textbox', { name: /question/i })).toHaveValue('Which shop is this?')
    expect(await stateOf(page, 0)).toMatchObject({ state: 'pending' })
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
    expect(await stateOf(page, 0)).toMatchObject({ state: 'rejected', sendable: false })
    await takeFacts(page, submissionFeed([submissionRow('S0c', groupId(0), 0, { at: '2026-11-23T09:01:00Z' })]))
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
  await expect.poll(async () => (await stateOf(page, 0)).claim?.name).toBe(ADMIN)

  await changeSeats(page, 'Rita Reviewer')
  await toReviews(page)
  await page.getByRole('grid').getByText(groupName(0)).click()
  await open(page, 0)
  await expect(page.getByText(new RegExp(ADMIN)).first()).toBeVisible()
  const review = await page.evaluate((id) => window.reeve.call('reviews.get', { id }), (await stateOf(page, 0)).id)
  expect(review).toMatchObject({ ok: true, value: { claim: { name: ADMIN, mine: false } } })
  const refused = await page.evaluate(
    ({ id }) => window.reeve.call('reviews.accept', { id, version: 2, evidence: ['form'] }),
    { id: (await stateOf(page, 0)).id },
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
    expect(await stateOf(page, 0)).toMatchObject({ state: 'pending', claim: null })
  })

  await test.step('the bridge refuses every command that is not theirs', async () => {
    const { id } = await stateOf(page, 0)
    expect(forReviewers).toEqual(expect.arrayContaining(['reviews.accept', 'reviews.query', 'reviews.reject', 'reviews.claim', 'reviews.snooze', 'reviews.hand_over']))
    for (const name of forReviewers) {
      const answer = await page.evaluate(([op, review]) => window.reeve.call(op as never, { id: review, version: 2 } as never), [name, id] as const)
      expect(answer, name).toMatchObject({ ok: false, error: { kind: 'denied', code: 'role_missing' } })
    }
    expect(await stateOf(page, 0)).toMatchObject({ state: 'pending', sendable: false, claim: null })
  })
  await close()

  const tries = listed<{ kind: string; rule: string }>('journal', folder).filter(({ kind }) => kind === 'reviews.refused')
  expect(tries).toHaveLength(forReviewers.length)
  expect(tries.every(({ rule }) => rule === 'REV-08')).toBe(true)
  removeFolder(folder)
})
