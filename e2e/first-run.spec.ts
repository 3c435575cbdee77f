import { accountRow, ACCOUNT_HEAD, goTo, importFiles, isIn, PLANS, setUpWorkspace, USAGE_HEAD, writeFeeds } from './support/people'
import { expect, test } from './support/launch'

test('DSK-07 FED-02 FED-03 first run, the recovery code, an import with a bad row, corrected, and nothing doubled', async ({ launch }) => {
  const reeve = await launch()
  const { page } = reeve
  await setUpWorkspace(page)
  await isIn(page)

  const now = new Date().toISOString()
  const files = writeFeeds({
    plans: PLANS,
    accounts: [
      ACCOUNT_HEAD,
      accountRow('a1', 'Alpha', 'free'),
      accountRow('a2', 'Beta', 'startup'),
      'a3,Gamma,XX,nowhere,de,Europe/Berlin,free,2024-01-01T00:00:00Z',
    ],
    usage: [USAGE_HEAD, `a1,contacts,1999,${now}`, `a2,contacts,5001,${now}`],
  })
  await importFiles(reeve, files)
  await expect(page.getByText('Imported: 8 rows new or changed.')).toBeVisible()
  await expect(page.getByText('1 limit case opened')).toBeVisible()
  await expect(page.getByText('accounts.csv', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('XX', { exact: true }).first()).toBeVisible()

  const corrected = writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, accountRow('a1', 'Alpha', 'free'), accountRow('a2', 'Beta', 'startup'), accountRow('a3', 'Gamma', 'free')],
  })
  await page.getByRole('button', { name: 'Import other files' }).click()
  await importFiles(reeve, corrected)
  await expect(page.getByText('Imported: 1 row new or changed.')).toBeVisible()

  await goTo(page, 'Accounts')
  for (const company of ['Alpha', 'Beta', 'Gamma']) await expect(page.getByRole('grid').getByText(company, { exact: true })).toHaveCount(1)
})
