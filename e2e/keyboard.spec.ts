import { ACCOUNT_HEAD, accountRow, commandLine, makeSimulation, PASSPHRASE, PLANS, removeFolder, USAGE_HEAD, writeFeeds } from './support/people'
import { expect, test } from './support/launch'

const START = '2026-11-02T08:00:00Z'

test('DSK-01 DSK-06 a working day by keyboard alone: sign in, find a case, pause it, look an account up, lock', async ({ launch }) => {
  const folder = makeSimulation(START)
  const files = writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, accountRow('f1', 'Freia', 'free'), accountRow('p1', 'Paulus', 'startup')],
    usage: [USAGE_HEAD, 'f1,contacts,2431,2026-11-02T07:00:00Z', 'p1,contacts,4702,2026-11-02T07:00:00Z'],
  })
  commandLine(['import', ...files, '--store', folder, '--json'])
  const { page } = await launch({ folder })
  const { keyboard } = page
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })

  await expect(page.getByLabel('Passphrase of', { exact: false }).first()).toBeFocused()
  await keyboard.type(PASSPHRASE)
  await keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()

  // What has the focus shows it.
  await keyboard.press('Tab')
  const outlined = await page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement!)
    return document.activeElement !== document.body && (outlineStyle !== 'none' || boxShadow !== 'none')
  })
  expect(outlined).toBe(true)

  for (const [key, screen] of [
    ['a', 'Accounts'],
    ['m', 'Messages'],
    ['j', 'Journal'],
    [',', 'Settings'],
    ['t', 'Today'],
    ['l', 'Over limits'],
  ] as const) {
    await keyboard.press('g')
    await keyboard.press(key)
    await expect(heading(screen)).toBeVisible()
  }

  await expect(page.getByRole('grid').getByText('Freia', { exact: true })).toBeVisible()
  await keyboard.press('j')
  await expect(page.locator('[data-row][data-focused]')).toBeVisible()
  await keyboard.press('p')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByLabel('Reason', { exact: false })).toBeFocused()
  await keyboard.type('The customer is moving house')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const cases = await page.evaluate(() => window.reeve.call('limits.list', { tab: 'paused' }))
  expect(cases).toMatchObject({ ok: true, value: { rows: [{ company: 'Freia', state: 'paused' }] } })

  await keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keyboard.press('Control+k')
  await keyboard.type('Paulus')
  await expect(page.getByRole('dialog').getByText('Paulus').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Paulus' })).toBeVisible()

  await keyboard.press('Control+l')
  await expect(page.getByLabel('Passphrase of', { exact: false }).first()).toBeFocused()
  removeFolder(folder)
})
