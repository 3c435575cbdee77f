import {
  ACCOUNT_HEAD,
  accountRow,
  advance,
  commandLine,
  goTo,
  makeSimulation,
  PLANS,
  removeFolder,
  signIn,
  USAGE_HEAD,
  writeFeeds,
} from './support/people'
import { expect, test, type Reeve } from './support/launch'

/** Mon 2 Nov 2026, 09:00 in Berlin. */
const START = '2026-11-02T08:00:00Z'
const DAY = 86_400_000

const advanceTo = ({ page }: Reeve, day: number): Promise<void> => advance(page, Date.parse(START) + day * DAY + 60_000)

async function openAccount({ page }: Reeve, company: string): Promise<void> {
  await goTo(page, 'Accounts')
  await page.getByRole('grid').getByText(company, { exact: true }).dblclick()
  await expect(page.getByRole('heading', { name: company })).toBeVisible()
}

test('LIM-03 LIM-04 LIM-06 LIM-07 LIM-08 three warnings, then restriction on Free, upgrade on a paid plan, resolved on day 2, and approval of a skipped tier', async ({
  launch,
}) => {
  const folder = makeSimulation(START)
  const files = writeFeeds({
    plans: PLANS,
    accounts: [
      ACCOUNT_HEAD,
      accountRow('f1', 'Freia', 'free'),
      accountRow('p1', 'Paulus', 'startup'),
      accountRow('r1', 'Rosalind', 'startup'),
      accountRow('s1', 'Skadi', 'startup'),
    ],
    usage: [
      USAGE_HEAD,
      'f1,contacts,2431,2026-11-02T07:00:00Z',
      'p1,contacts,5702,2026-11-02T07:00:00Z',
      'r1,contacts,5001,2026-11-02T07:00:00Z',
      's1,contacts,11240,2026-11-02T07:00:00Z',
    ],
  })
  commandLine(['import', ...files, '--store', folder, '--json'])
  const reeve = await launch({ folder })
  const { page } = reeve
  await signIn(page)

  await goTo(page, 'Over limits')
  const grid = page.getByRole('grid')
  await expect(grid.getByText('Freia', { exact: true })).toBeVisible()
  await advanceTo(reeve, 0)
  await expect(grid.getByText(/^Warning 2, /).first()).toBeVisible()
  await advanceTo(reeve, 1)
  await expect(grid.getByText(/^Warning 3, /).first()).toBeVisible()

  // Rosalind tidies up on day 2: the case closes at once, with an all-clear.
  const [usage] = writeFeeds({ usage: [USAGE_HEAD, 'r1,contacts,4800,2026-11-03T09:00:00Z'] })
  const taken = await page.evaluate((path) => window.reeve.call('feeds.import', { files: [{ path }] }), usage!)
  expect(taken).toMatchObject({ ok: true, value: { consequences: { casesResolved: 1 } } })
  await expect(grid.getByText('Rosalind', { exact: true })).toHaveCount(0)

  await advanceTo(reeve, 2)
  await expect(grid.getByText(/^Restrict, /).first()).toBeVisible()
  await advanceTo(reeve, 3)

  // Day 4: Skadi would skip a plan, so a person looks first.
  await expect(grid.getByText('Upgrade to Unlimited, skips a plan')).toBeVisible()
  await grid.getByText('Skadi', { exact: true }).click()
  await page.keyboard.press('o')
  await page.getByLabel('Reason', { exact: false }).fill('The customer asked for it by phone')
  await page.getByRole('button', { name: 'Upgrade to Unlimited' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await advanceTo(reeve, 4)

  await openAccount(reeve, 'Freia')
  await expect(page.getByText('Restricted', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/4 of 9 on/)).toBeVisible()
  await openAccount(reeve, 'Paulus')
  await expect(page.getByText(/was Startup/)).toBeVisible()
  await openAccount(reeve, 'Skadi')
  await expect(page.getByText(/was Startup/)).toBeVisible()

  const steps = JSON.parse(await page.evaluate(async () => JSON.stringify(await window.reeve.call('messages.list', { limit: 100 })))) as {
    value: { rows: { template: string; accountId: string }[] }
  }
  const of = (account: string): string[] =>
    steps.value.rows
      .filter(({ accountId }) => accountId === account)
      .map(({ template }) => template)
      .toSorted()
  expect(of('f1')).toEqual(['limits.restricted', 'limits.warning', 'limits.warning', 'limits.warning'])
  expect(of('r1').filter((name) => name === 'limits.warning')).toHaveLength(2)
  expect(of('p1').filter((name) => name === 'limits.warning')).toHaveLength(3)
  const verified = await page.evaluate(() => window.reeve.call('journal.verify', {}))
  expect(verified).toMatchObject({ ok: true, value: { ok: true } })
  await reeve.close()
  removeFolder(folder)
})
