import type { Page } from '@playwright/test'
import { chooseFiles, PLANS, ACCOUNT_HEAD, accountRow, USAGE_HEAD, writeFeeds } from './people'
import { expect, type Reeve } from './launch'
import { closeOverlays, dialog, settled, visit, type Place } from './places'
import { reviewPlaces } from './review-places'

async function firstId(
  page: Page,
  operation: 'limits.list' | 'accounts.list' | 'messages.list',
  input: object,
  wanted: object = {},
): Promise<string> {
  const found = await page.evaluate(
    async ([name, given, like]) => {
      const answer = (await window.reeve.call(name, given as never)) as { ok: boolean; value?: { rows: Record<string, unknown>[] } }
      return answer.value?.rows.find((row) => Object.entries(like).every(([field, value]) => row[field] === value))?.['id'] ?? null
    },
    [operation, input, wanted] as const,
  )
  if (typeof found !== 'string') throw new Error(`the demo has none: ${operation} ${JSON.stringify({ ...input, ...wanted })}`)
  return found
}

const SETTINGS = ['operators', 'plans', 'calendar', 'reviews', 'policy', 'replies', 'mail', 'directives', 'scheduler', 'general', 'demo'] as const
const ACCOUNT_TABS = ['contacts', 'limits', 'messages', 'directives', 'data'] as const

let written: string[] | null = null
/** The same files each time: choosing them again adds nothing. */
const feedFiles = (): string[] =>
  (written ??= writeFeeds({
    plans: PLANS,
    accounts: [
      ACCOUNT_HEAD,
      accountRow('n1', 'Nordlicht GmbH', 'free'),
      accountRow('n2', 'Südwind KG', 'startup'),
      'n3,Gamma,XX,nowhere,de,Europe/Berlin,free,2024-01-01T00:00:00Z',
    ],
    usage: [USAGE_HEAD, 'n1,contacts,1999,2026-11-02T07:00:00Z', 'n2,contacts,many,2026-11-02T07:00:00Z'],
  }))

/** Every screen of the signed-in demo, with its main dialogs. Selectors are keys and roles: the walk works in every language. */
export async function placesOf(reeve: Reeve): Promise<readonly Place[]> {
  const { page } = reeve
  const row = page.getByRole('grid').locator('[data-row]').first()
  const warned = await firstId(page, 'limits.list', { tab: 'open', limit: 100 }, { state: 'warning' })
  const approval = await firstId(page, 'limits.list', { tab: 'open', limit: 100 }, { state: 'approval' })
  const restricted = await firstId(page, 'accounts.list', { status: 'restricted', limit: 1 })
  const narrow = async (): Promise<boolean> => page.evaluate(() => innerWidth < 1400)
  /** Beside the list, or in the drawer where there is no room. */
  const chooseRow = async (): Promise<void> => {
    await expect(row).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.locator('[data-row][data-focused]')).toBeVisible()
    if (await narrow()) {
      await page.keyboard.press('Enter')
      await dialog(page)
    }
    await settled(page)
  }
  const focusCase = async (id: string): Promise<void> => {
    await visit(page, '/today')
    await visit(page, '/limits', `case=${id}`)
    await expect(page.locator(`[data-row="${id}"][data-focused]`)).toBeVisible()
  }
  const account = (tab = ''): Promise<void> => visit(page, `/accounts/${restricted}`, tab)
  const place = (name: string, open: () => Promise<void>): Place => ({
    name,
    open: async () => {
      await closeOverlays(page)
      await open()
    },
  })
  return [
    place('today', () => visit(page, '/today')),
    ...(await reviewPlaces(page)).map(({ name, open }) => place(name, open)),
    place('over-limits', async () => {
      await visit(page, '/limits')
      await expect(row).toBeVisible()
    }),
    place('over-limits-case', async () => {
      await focusCase(warned)
      await page.keyboard.press('ArrowRight')
      await settled(page)
    }),
    place('over-limits-pause', async () => {
      await focusCase(warned)
      await page.keyboard.press('p')
      await dialog(page)
    }),
    place('over-limits-approve', async () => {
      await focusCase(approval)
      await page.keyboard.press('o')
      await dialog(page)
    }),
    place('over-limits-closed', () => visit(page, '/limits', 'tab=closed')),
    place('accounts', async () => {
      await visit(page, '/accounts')
      await expect(row).toBeVisible()
    }),
    place('account', () => account()),
    ...ACCOUNT_TABS.map((tab) => place(`account-${tab}`, () => account(`tab=${tab}`))),
    place('messages', () => visit(page, '/messages')),
    place('messages-sent', async () => {
      await visit(page, '/messages', 'tab=sent')
      await chooseRow()
    }),
    place('directives', () => visit(page, '/messages', 'tab=directives')),
    place('templates', () => visit(page, '/messages', 'tab=templates')),
    place('journal', async () => {
      await visit(page, '/journal')
      await chooseRow()
    }),
    place('reports', () => visit(page, '/reports')),
    place('journal-verify', async () => {
      await visit(page, '/journal')
      await expect(row).toBeVisible()
      await page.keyboard.press('v')
      await dialog(page)
    }),
    ...SETTINGS.map((tab) => place(`settings-${tab}`, () => visit(page, `/settings/${tab}`))),
    place('import', () => visit(page, '/import')),
    place('import-preview', async () => {
      await chooseFiles(reeve, feedFiles())
      await visit(page, '/import')
      // The screen has listened since its two tabs stand.
      await expect(page.getByRole('tab')).toHaveCount(2)
      await page.keyboard.press('n')
      await expect(page.getByRole('switch')).toBeVisible()
      await settled(page)
    }),
    place('palette', async () => {
      await visit(page, '/today')
      await page.keyboard.press('Control+k')
      await dialog(page)
    }),
    place('key-sheet', async () => {
      await visit(page, '/limits')
      await page.keyboard.press('?')
      await dialog(page)
    }),
    place('user-menu', async () => {
      await visit(page, '/today')
      await page.getByRole('navigation').getByRole('button').last().click()
      await dialog(page)
    }),
  ]
}

/** The demo is made and signed in to. */
export async function demoOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 })
  await settled(page)
}

/** The signed-in operator's language, as the user menu sets it. */
export async function speak(page: Page, language: 'en' | 'de'): Promise<void> {
  const answer = await page.evaluate((wanted) => window.reeve.call('access.set_language', { language: wanted }), language)
  expect(answer).toMatchObject({ ok: true })
  await page.reload()
  await demoOpen(page)
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
}

export async function resize({ app, page }: Reeve, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [width, height] as [number, number])
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

export const SCHEMES = ['light', 'dark'] as const

/** As the system says it; the app follows while nobody chose otherwise. */
export async function paint(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  await settled(page)
}
