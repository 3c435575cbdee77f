import type { Locator, Page } from '@playwright/test'
import type { ReviewRow } from '../../src-preload/contract/reviews'
import { expect } from './launch'
import { dialog, settled, visit, type Place } from './places'
import { fillAcquisition, fillConfirmation, fillContact } from './record'

type Tab = 'queue' | 'query' | 'unsubmitted' | 'decided'

async function rowsOf(page: Page, tab: Tab): Promise<readonly ReviewRow[]> {
  const answer = await page.evaluate((wanted) => window.reeve.call('reviews.list', { tab: wanted, limit: 100 }), tab)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.rows
}

/** The first that fits; the demo has one of each kind. */
function one(rows: readonly ReviewRow[], kind: string, fits: (row: ReviewRow) => boolean = () => true): ReviewRow {
  const found = rows.find(fits)
  if (found === undefined) throw new Error(`the demo has no review that is ${kind}`)
  return found
}

/** Reviews, reports and what is recorded for customers, with every state of the decision bar. */
export async function reviewPlaces(page: Page): Promise<readonly Place[]> {
  const queue = await rowsOf(page, 'queue')
  const decided = await rowsOf(page, 'decided')
  const waiting = one(queue, 'waiting')
  const changed = one(queue, 'changed', (row) => row.changed)
  const claimed = one(queue, 'claimed by a colleague', ({ claim }) => claim !== null && !claim.mine)
  const again = one(queue, 'submitted anew after a rejection', ({ groupId }) => decided.some((row) => row.groupId === groupId && row.state === 'rejected'))
  const accepted = one(decided, 'accepted', ({ state }) => state === 'accepted')
  const asked = one(await rowsOf(page, 'query'), 'asked about')
  const empty = one(await rowsOf(page, 'unsubmitted'), 'not submitted', ({ submittedAt }) => submittedAt === null)

  const bar = page.locator('section[data-pane]')
  const opened = (outcome: string): Locator => page.locator(`section[data-open="${outcome}"]`)
  const focused = (id: string): Promise<void> => expect(page.locator(`[data-row="${id}"][data-focused]`)).toBeVisible()
  const look = async ({ id }: ReviewRow, tab: Tab = 'queue'): Promise<void> => {
    await visit(page, '/today')
    await visit(page, '/reviews', `tab=${tab}&id=${id}`)
    await focused(id)
    await expect(bar).toBeVisible()
  }
  const decide = async (row: ReviewRow, key: string, outcome: string): Promise<void> => {
    await look(row)
    await page.keyboard.press(key)
    await expect(opened(outcome)).toBeVisible()
    await settled(page)
  }
  /** The first of the saved replies; until the preview shows it. */
  const insertReply = async (): Promise<void> => {
    const preview = bar.locator('[lang][tabindex="0"]')
    const before = await preview.innerText()
    await bar.getByRole('textbox').first().focus()
    await bar.locator('[aria-haspopup="menu"]').first().click()
    await page.getByRole('menuitem').first().click()
    await expect.poll(() => preview.innerText()).not.toBe(before)
    await settled(page)
  }
  const more = async (row: ReviewRow, tab: Tab = 'queue'): Promise<Locator> => {
    await look(row, tab)
    await bar.locator('[aria-haspopup="menu"]').click()
    await expect(page.getByRole('menu')).toBeVisible()
    await settled(page)
    return page.getByRole('menuitem')
  }
  const groupOf = async ({ accountUuid, id }: ReviewRow): Promise<void> => {
    await visit(page, `/accounts/${accountUuid}`, 'tab=groups')
    await page.locator(`[data-row="${id}"]`).click()
    await focused(id)
  }
  const record = async (row: ReviewRow, key: 'r' | 'w'): Promise<void> => {
    await groupOf(row)
    await page.keyboard.press(key)
    await dialog(page)
  }

  const places: Record<string, () => Promise<unknown>> = {
    reviews: () => look(waiting),
    'reviews-accept': () => decide(waiting, 'a', 'accept'),
    'reviews-departure': () => decide(again, 'a', 'accept'),
    'reviews-query': async () => {
      await decide(waiting, 'q', 'query')
      await insertReply()
    },
    'reviews-reject': async () => {
      await decide(waiting, 'r', 'reject')
      await page.keyboard.press('1')
      await page.keyboard.press('3')
      await insertReply()
    },
    'reviews-undo': async () => {
      await decide(waiting, 'a', 'accept')
      await page.keyboard.press('Enter')
      await expect(opened('accept')).toHaveCount(0)
      await expect(page.locator(`[data-row="${waiting.id}"][data-focused]`)).toHaveCount(0)
      await settled(page)
    },
    'reviews-undone': async () => {
      await page.keyboard.press('Control+z')
      await focused(waiting.id)
      await settled(page)
    },
    'reviews-versions': async () => {
      await look(changed)
      await page.keyboard.press('v')
      await settled(page)
    },
    'reviews-claimed': () => look(claimed),
    'reviews-more': () => more(waiting),
    'reviews-snooze': async () => {
      await look(waiting)
      await page.keyboard.press('Shift+S')
      await dialog(page)
    },
    'reviews-hand-over': async () => {
      await (await more(waiting)).nth(2).click()
      await dialog(page)
    },
    'reviews-asked': () => look(asked, 'query'),
    'reviews-unsubmitted': () => look(empty, 'unsubmitted'),
    'reviews-decided': () => look(accepted, 'decided'),
    'reviews-reopen': async () => {
      await (await more(accepted, 'decided')).last().click()
      await dialog(page)
    },
    'account-groups': async () => {
      await groupOf(again)
      await page.keyboard.press('ArrowRight')
      await settled(page)
    },
    'record-confirmation': () => record(empty, 'r'),
    'record-acquisition': async () => {
      await record(empty, 'r')
      await fillConfirmation(page, 'Oakes, 23 Nov')
      await settled(page)
    },
    'record-contact': async () => {
      await record(empty, 'r')
      await fillConfirmation(page, 'Oakes, 23 Nov')
      await fillAcquisition(page, 'https://oakes.example/newsletter', 'Send me the newsletter. I can unsubscribe at any time.')
      await fillContact(page, 'Petra Vogel', 'petra@oakes.example')
      await settled(page)
    },
    'record-answer': () => record(asked, 'w'),
    'settings-policy-reason': async () => {
      await visit(page, '/settings/policy')
      await page.keyboard.press('n')
      await dialog(page)
    },
    'settings-reply': async () => {
      await visit(page, '/settings/replies')
      await page.keyboard.press('n')
      await dialog(page)
    },
  }
  return Object.entries(places).map(([name, open]) => ({ name, open: async () => void (await open()) }))
}
