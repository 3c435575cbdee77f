import type { Page } from '@playwright/test'
import {
  ACCOUNT_HEAD,
  accountRow,
  ADMIN,
  commandLine,
  makeSimulation,
  PASSPHRASE,
  PLANS,
  removeFolder,
  USAGE_HEAD,
  writeFeeds,
} from './support/people'
import { GROUP_HEAD, groupId, groupName, groupRow, makeReviews, importInto } from './support/groups'
import { expect, test } from './support/launch'

/** What has the focus and doesn't show it: no ring of its own or around it, or out of sight. Null when all is well. */
async function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const ringed = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    const element = document.activeElement
    if (element === null || element === document.body) return 'nothing has the focus'
    const row = element.getAttribute('role') === 'grid' ? element.querySelector('[data-focused]') : null
    const shown = row ?? element
    const { left, top, right, bottom } = shown.getBoundingClientRect()
    // A radio or checkbox drawn by its label, a field drawn by the box around it.
    const ring = [shown, element, shown.nextElementSibling, shown.parentElement, shown.parentElement?.parentElement].some(
      (one) => one != null && ringed(one),
    )
    const inSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    return ring && inSight ? null : `${ring ? 'out of sight' : 'no ring'}: ${shown.outerHTML.slice(0, 160)}`
  })
}

/** Goes through the window with Tab: every stop shows that it has the focus. */
async function tabThrough(page: Page, stops: number): Promise<void> {
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    await expect.poll(() => unseenFocus(page)).toBeNull()
  }
}

const SCREENS = {
  gr: 'Reviews',
  ga: 'Accounts',
  gm: 'Messages',
  gj: 'Journal',
  go: 'Reports',
  gi: 'Import',
  'g,': 'Settings',
  gt: 'Today',
} as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const focusedRow = (page: Page) => page.locator('[data-row][data-focused]')

test('DSK-01 DSK-06 LIM-14 the keyboard alone: sign in, pause a case, read an account, search, settings, lock', async ({ launch }) => {
  const folder = makeSimulation('2026-11-02T08:00:00Z')
  const files = writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, accountRow('f1', 'Freia', 'free'), accountRow('p1', 'Paulus', 'startup'), accountRow('q1', 'Quirin', 'free')],
    usage: [USAGE_HEAD, 'f1,contacts,2431,2026-11-02T07:00:00Z', 'p1,contacts,5702,2026-11-02T07:00:00Z'],
  })
  commandLine(['import', ...files, '--store', folder, '--json'])
  const { page, close } = await launch({ folder, size: { width: 1440, height: 900 } })
  const { keyboard } = page

  await test.step('sign in: the field waits for the passphrase', async () => {
    await expect(page.getByLabel(`Passphrase of ${ADMIN}`)).toBeFocused()
    expect(await unseenFocus(page)).toBeNull()
    await keyboard.type(PASSPHRASE)
    await keyboard.press('Enter')
    await expect(heading(page, 'Today')).toBeVisible()
    await tabThrough(page, 12)
  })

  await test.step('every screen by its keys, and the sheet that lists them', async () => {
    for (const [keys, screen] of Object.entries(SCREENS)) {
      await keyboard.type(keys)
      await expect(heading(page, screen)).toBeVisible()
    }
    await keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('over limits: move, open, select, pause', async () => {
    await keyboard.type('gl')
    await expect(heading(page, 'Over limits')).toBeVisible()
    await expect(page.getByRole('grid').locator('[data-row]')).toHaveCount(2)
    await keyboard.press('j')
    await expect(focusedRow(page)).toHaveAttribute('id', /0$/)
    await keyboard.press('j')
    await expect(focusedRow(page)).toHaveAttribute('id', /1$/)
    await keyboard.press('k')
    await expect(focusedRow(page)).toHaveAttribute('id', /0$/)
    expect(await unseenFocus(page)).toBeNull()
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Open account' })).toBeVisible()
    await keyboard.press('ArrowLeft')
    await expect(page.getByRole('button', { name: 'Open account' })).toBeHidden()
    await keyboard.press('Space')
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await keyboard.press('p')
    await expect(page.getByRole('dialog').getByLabel('Reason')).toBeFocused()
    await expect.poll(() => unseenFocus(page)).toBeNull()
    await keyboard.type('Their import runs until Friday')
    await keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('grid').getByText(/Paused until/)).toBeVisible()
    const paused = await page.evaluate(() => window.reeve.call('limits.list', { tab: 'paused' }))
    expect(paused).toMatchObject({ ok: true, value: { rows: [{ state: 'paused' }] } })
    await tabThrough(page, 20)
  })

  await test.step('an account and its tabs', async () => {
    await keyboard.type('ga')
    await expect(heading(page, 'Accounts')).toBeVisible()
    await expect(page.getByRole('grid').locator('[data-row]')).toHaveCount(3)
    await keyboard.press('j')
    await expect(focusedRow(page)).toBeVisible()
    await keyboard.press('Enter')
    await expect(heading(page, 'Freia')).toBeVisible()
    const tabs = page.getByRole('tablist').getByRole('tab')
    for (const nth of [2, 3, 4, 5, 6, 7, 1]) {
      await keyboard.press(String(nth))
      await expect(tabs.nth(nth - 1)).toHaveAttribute('aria-selected', 'true')
    }
    await tabThrough(page, 16)
  })

  await test.step('search in the palette', async () => {
    await keyboard.press('Control+k')
    await expect(page.getByPlaceholder(/./).and(page.locator(':focus'))).toBeVisible()
    await keyboard.type('quir')
    await expect(page.getByRole('dialog').getByText('Quirin')).toBeVisible()
    await keyboard.press('Enter')
    await expect(heading(page, 'Quirin')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('settings: arrows move between the parts', async () => {
    await keyboard.type('g,')
    await expect(heading(page, 'Settings')).toBeVisible()
    const tabs = page.getByRole('tablist').getByRole('tab')
    const general = page.getByRole('tab', { name: 'General' })
    await expect(general).toHaveAttribute('aria-selected', 'true')
    for (let stop = 0; stop < 12 && !(await general.evaluate((tab) => tab === document.activeElement)); stop += 1) await tabThrough(page, 1)
    await expect(general).toBeFocused()
    for (let part = 0; part < (await tabs.count()); part += 1) {
      await keyboard.press('ArrowRight')
      await expect(page.locator('[role="tab"]:focus')).toHaveAttribute('aria-selected', 'true')
      expect(await unseenFocus(page)).toBeNull()
    }
    await tabThrough(page, 8)
  })

  await test.step('lock, and go on', async () => {
    await keyboard.press('Control+l')
    await expect(page.getByLabel(`Passphrase of ${ADMIN}`)).toBeFocused()
    await keyboard.type(PASSPHRASE)
    await keyboard.press('Enter')
    await expect(heading(page, 'Settings')).toBeVisible()
  })
  await close()
  removeFolder(folder)
})

test('REV-02 REV-13 DSK-06 the keyboard alone: reviews, a submission recorded for a customer, reports, settings of reviews', async ({ launch }) => {
  const folder = makeReviews()
  importInto(folder, writeFeeds({ groups: [GROUP_HEAD, groupRow(groupId(0), 'a0', groupName(0)), groupRow('G10', 'a0', 'Fair contacts')] }))
  const { page, close } = await launch({ folder, size: { width: 1440, height: 900 } })
  const { keyboard } = page
  const bar = page.getByRole('region', { name: 'Decision' })
  const shown = () => expect.poll(() => unseenFocus(page)).toBeNull()
  await expect(page.getByLabel(`Passphrase of ${ADMIN}`)).toBeFocused()
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await expect(heading(page, 'Today')).toBeVisible()

  await test.step('reviews: Tab goes through list, detail and decision', async () => {
    await keyboard.type('gr')
    await expect(page.getByRole('heading', { name: groupName(0), exact: true })).toBeVisible()
    await expect(page.getByRole('grid')).toBeFocused()
    await shown()
    await tabThrough(page, 40)
  })

  await test.step('each decision opens where its first key goes, and Escape leads back to the list', async () => {
    for (const [key, first] of [
      ['a', bar.getByRole('button', { name: 'Accept' })],
      ['q', bar.getByRole('textbox')],
      ['r', bar.getByRole('checkbox').first()],
    ] as const) {
      await keyboard.press(key)
      await expect(first).toBeFocused()
      await shown()
      await tabThrough(page, 6)
      await keyboard.press('Escape')
      await expect(page.getByRole('grid')).toBeFocused()
    }
  })

  await test.step('the dialogs keep the focus, and give it back', async () => {
    await keyboard.press('Shift+S')
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeFocused()
    await tabThrough(page, 6)
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('grid')).toBeFocused()
  })

  await test.step('REV-02 a submission in three steps', async () => {
    await keyboard.type('ga')
    await expect(heading(page, 'Accounts')).toBeVisible()
    await expect(page.getByRole('grid').locator('[data-row]')).toHaveCount(10)
    await keyboard.press('j')
    await expect(focusedRow(page)).toBeVisible()
    await keyboard.press('Enter')
    await expect(heading(page, 'Adler')).toBeVisible()
    await keyboard.press('2')
    await expect(page.getByRole('grid').locator('[data-row]')).toHaveCount(2)
    for (let rows = 0; rows < 2 && !(await focusedRow(page).getByText('Fair contacts').isVisible()); rows += 1) await keyboard.press('j')
    await expect(focusedRow(page)).toContainText('Fair contacts')
    await keyboard.press('r')
    const dialog = page.getByRole('dialog')
    const field = (name: string) => dialog.getByRole('textbox', { name })
    await expect(field('Where the text comes from')).toBeFocused()
    await keyboard.type('E-mail from the owner, 23 Nov')
    await tabThrough(page, 1)
    await expect(dialog.getByRole('checkbox')).toBeFocused()
    await keyboard.press('Space')
    await expect(dialog.getByRole('radio').first()).toBeVisible()
    await tabThrough(page, 1)
    await expect(dialog.getByRole('radio', { name: 'Web form' })).toBeFocused()
    await keyboard.press('Space')
    await expect(field('Direct link to the form')).toBeVisible()
    await tabThrough(page, 1)
    await expect(field('Direct link to the form')).toBeFocused()
    await keyboard.type('https://adler.example/newsletter/subscribe')
    await expect(field('Name')).toBeVisible()
    for (let stop = 0; stop < 12 && !(await field('Name').evaluate((name) => name === document.activeElement)); stop += 1) await tabThrough(page, 1)
    await expect(field('Name')).toBeFocused()
    await keyboard.type('Petra Vogel')
    await tabThrough(page, 1)
    await keyboard.type('petra@adler.example')
    await expect(dialog.getByRole('button', { name: 'Record and send copy' })).toBeEnabled()
    await keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(focusedRow(page)).toContainText('Pending')
    const waiting = await page.evaluate(() => window.reeve.call('reviews.totals', {}))
    expect(waiting).toMatchObject({ ok: true, value: { queue: { count: 11 }, unsubmitted: { count: 0 } } })
  })

  await test.step('reports', async () => {
    await keyboard.type('go')
    await expect(heading(page, 'Reports')).toBeVisible()
    await tabThrough(page, 14)
  })

  await test.step('settings of reviews: a number changed and saved, a reason and a reply begun', async () => {
    await keyboard.type('g,')
    await expect(heading(page, 'Settings')).toBeVisible()
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    const toTabs = async (): Promise<void> => {
      for (let stop = 0; stop < 20 && !(await page.locator('[role="tab"]:focus').isVisible()); stop += 1) await keyboard.press('Shift+Tab')
    }
    const choose = async (name: string, key: 'ArrowLeft' | 'ArrowRight'): Promise<void> => {
      for (let parts = 0; parts < 11 && (await tab(name).getAttribute('aria-selected')) !== 'true'; parts += 1) await keyboard.press(key)
      await expect(tab(name)).toBeFocused()
    }
    for (let stop = 0; stop < 12 && !(await page.locator('[role="tab"]:focus').isVisible()); stop += 1) await tabThrough(page, 1)
    await choose('Reviews', 'ArrowLeft')
    await tabThrough(page, 1)
    await expect(page.getByRole('textbox', { name: 'Seconds to undo a decision' })).toBeFocused()
    await keyboard.press('Control+a')
    await keyboard.type('15')
    await keyboard.press('Enter')
    const stored = () => page.evaluate(() => window.reeve.call('reviews.settings', {}))
    await expect.poll(stored).toMatchObject({ ok: true, value: { undoSeconds: 15 } })
    for (const [name, label] of [
      ['Policy', 'Code'],
      ['Saved replies', 'Title'],
    ] as const) {
      await toTabs()
      await choose(name, 'ArrowRight')
      await keyboard.press('n')
      await expect(page.getByRole('dialog').getByRole('textbox', { name: label })).toBeFocused()
      await shown()
      await tabThrough(page, 6)
      await keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
  await close()
  removeFolder(folder)
})
