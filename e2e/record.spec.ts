import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/launch'
import { settled } from './support/places'
import { demoOpen } from './support/walk'

interface Answer {
  ok: boolean
  value?: { rows?: { id: string; accountUuid: string }[]; submissions?: Record<string, unknown>[]; state?: string; barred?: unknown }
  error?: { code: string }
}

const call = (page: Page, op: string, input: object): Promise<Answer> =>
  page.evaluate(([name, given]) => window.reeve.call(name as never, given as never) as Promise<never>, [op, input] as const)

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 12; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

const WORDING = '  I agree to get news from the shop,\nand may stop it at any time. '

test('REV-02 REV-08 support records a submission by keyboard alone, word for word, and may then not decide it', async ({ launch }) => {
  const { page } = await launch({ demo: true })
  await demoOpen(page)
  const [review] = (await call(page, 'reviews.list', { tab: 'unsubmitted', limit: 1 })).value?.rows ?? []
  if (review === undefined) throw new Error('the demo has no group to submit')
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, `?tab=groups#/accounts/${review.accountUuid}`)
  const row = page.locator(`[data-row="${review.id}"]`)
  await expect(row).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(row).toHaveAttribute('data-focused', { timeout: 500 })
  }).toPass()

  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  const step = dialog.getByRole('listitem')
  await expect(dialog).toBeVisible()
  await expect(step.nth(1)).toHaveAttribute('data-state', 'locked')
  await page.keyboard.type('Letter of the owner, 23 Nov')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(step.nth(1)).toHaveAttribute('data-state', 'now')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('https://shop.example/newsletter')
  await expect(step.nth(1)).toHaveAttribute('data-state', 'done')
  await tabTo(page, dialog.getByLabel('Consent wording'))
  await page.keyboard.insertText(WORDING)
  await tabTo(page, dialog.getByLabel('Name', { exact: true }))
  await page.keyboard.type('Ada Owner')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ada@shop.example')
  await expect(step.nth(2)).toHaveAttribute('data-state', 'done')

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await settled(page)

  const stored = (await call(page, 'reviews.get', { id: review.id })).value
  expect(stored?.state).toBe('pending')
  expect(stored?.submissions?.at(-1)).toMatchObject({
    method: 'web_form',
    consentText: WORDING,
    formLink: 'deep',
    source: 'Letter of the owner, 23 Nov',
  })
  expect(stored?.barred).toMatchObject({ code: 'review_barred' })
  expect((await call(page, 'reviews.claim', { id: review.id })).error?.code).toBe('review_barred')
})
