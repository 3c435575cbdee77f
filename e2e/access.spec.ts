import { ADMIN, commandLine, makeSimulation, PASSPHRASE, removeFolder, signIn } from './support/people'
import { expect, test } from './support/launch'

const AT = '2026-11-02T08:00:00Z'

test('DSK-07 the role check is made on the bridge itself, whatever the page shows', async ({ launch }) => {
  const folder = makeSimulation(AT)
  commandLine(['operators', 'add', 'Sam Support', '--role', 'support', '--store', folder, '--passphrase-stdin'], `${PASSPHRASE}\n`)
  const reeve = await launch({ folder })
  const { page } = reeve

  const before = await page.evaluate(() => window.reeve.call('accounts.list', {}))
  expect(before).toMatchObject({ ok: false, error: { kind: 'denied', code: 'not_signed_in' } })

  await page.getByRole('button', { name: /Sam Support/ }).click()
  await signIn(page)
  const refused = await page.evaluate(() => window.reeve.call('scheduler.pause', { reason: 'because I say so' }))
  expect(refused).toMatchObject({ ok: false, error: { kind: 'denied', code: 'role_missing' } })
  const forged = await page.evaluate(() => window.reeve.call('access.operators' as never, { as: 'admin' } as never))
  expect(forged).toMatchObject({ ok: false })
  const unknown = await page.evaluate(() => window.reeve.call('database.run' as never, { sql: 'DELETE FROM entry' } as never))
  expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })

  await page.keyboard.press('Control+l')
  await expect(page.getByText('Locked')).toBeVisible()
  const locked = await page.evaluate(() => window.reeve.call('accounts.list', {}))
  expect(locked).toMatchObject({ ok: false, error: { kind: 'denied' } })
  await reeve.close()
  removeFolder(folder)
})

test('DSK-07 wrong passphrases are throttled, and the sentence says until when', async ({ launch }) => {
  const folder = makeSimulation(AT)
  const reeve = await launch({ folder })
  const { page } = reeve
  const field = page.getByLabel(`Passphrase of ${ADMIN}`)
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await field.fill(`wrong passphrase number ${attempt}`)
    await page.keyboard.press('Enter')
    await expect(page.locator('p[role=alert]')).toBeVisible()
    await expect(field).toBeEnabled()
  }
  await expect(page.locator('p[role=alert]')).toContainText(/Too many|until/)
  await reeve.close()
  removeFolder(folder)
})
