import { ACCOUNT_HEAD, accountRow, goTo, makeSimulation, PLANS, removeFolder, signIn, writeFeeds } from './support/people'
import { expect, test } from './support/launch'

const ACCOUNTS = 4_000

test('SCH-02 the desk process killed in front of the user during an import: restarted, nothing lost, nothing doubled', async ({ launch }) => {
  const folder = makeSimulation('2026-11-02T08:00:00Z')
  const rows = Array.from({ length: ACCOUNTS }, (_, nth) => accountRow(`a${nth}`, `Company ${nth}`, 'free'))
  const files = writeFeeds({ plans: PLANS, accounts: [ACCOUNT_HEAD, ...rows] })
  const reeve = await launch({ folder })
  const { page } = reeve
  await signIn(page)
  await goTo(page, 'Accounts')

  const cut = page.evaluate((paths) => window.reeve.call('feeds.import', { files: paths.map((path) => ({ path })) }), files)
  await expect
    .poll(async () => page.evaluate(async () => ((await window.reeve.call('accounts.total', {})) as { value: { count: number } }).value.count))
    .toBeGreaterThan(0)
  await reeve.killDesk()
  expect(await cut).toMatchObject({ ok: false, error: { kind: 'unavailable' } })

  // The session lived in the dead process: the window asks who is there.
  await signIn(page)
  const again = await page.evaluate((paths) => window.reeve.call('feeds.import', { files: paths.map((path) => ({ path })) }), files)
  expect(again).toMatchObject({ ok: true })
  const total = await page.evaluate(() => window.reeve.call('accounts.total', { exact: true }))
  expect(total).toMatchObject({ ok: true, value: { count: ACCOUNTS } })
  expect(await page.evaluate(() => window.reeve.call('journal.verify', {}))).toMatchObject({ ok: true, value: { ok: true } })
  await reeve.close()
  removeFolder(folder)
})
