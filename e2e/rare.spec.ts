import type { Page } from '@playwright/test'
import { breakingServer } from '../src-main/kernel/outbox/testing/mail-server'
import {
  accountRow,
  ACCOUNT_HEAD,
  advance,
  commandLine,
  goTo,
  isIn,
  keepRecoveryCode,
  listed,
  makeSimulation,
  PLANS,
  removeFolder,
  setUpWorkspace,
  signIn,
  USAGE_HEAD,
  writeFeeds,
} from './support/people'
import { expect, test } from './support/launch'

const START = '2026-11-02T08:00:00Z'
const NEW_PASSPHRASE = 'three slow otters swim'

async function confirm(page: Page, open: RegExp | string, reason: string, carryOut: string): Promise<void> {
  await page.getByRole('button', { name: open }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(reason)
  await dialog.getByRole('button', { name: carryOut, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

test('DSK-07 a lost passphrase: the recovery code sets a new one, once, and yields a new code', async ({ launch }) => {
  const { page } = await launch()
  const code = await setUpWorkspace(page)
  await isIn(page)
  await page.keyboard.press('Control+l')

  const recover = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Passphrase lost?' }).click()
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(code)
    await page.getByLabel('New passphrase', { exact: true }).fill(NEW_PASSPHRASE)
    await page.getByLabel('Once more').fill(NEW_PASSPHRASE)
    await page.getByRole('button', { name: 'Set new passphrase' }).click()
  }
  await recover()
  expect(await keepRecoveryCode(page)).not.toBe(code)

  await signIn(page, NEW_PASSPHRASE)
  await page.keyboard.press('Control+l')
  await recover()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
})

test('SCH-03 after a long gap an admin says that the clock is right', async ({ launch }) => {
  const folder = makeSimulation(START)
  commandLine(['run', '--at', START, '--store', folder, '--json'])
  commandLine(['run', '--at', '2026-12-20T08:00:00Z', '--store', folder, '--json'])
  const { page, close } = await launch({ folder })
  await signIn(page)
  await expect(page.getByText('The clock has to be confirmed')).toBeVisible()
  await goTo(page, 'Settings')
  await page.getByText('Scheduler', { exact: true }).first().click()
  await confirm(page, 'Check the clock…', 'Checked against the wall clock', 'The clock is right')
  await goTo(page, 'Today')
  await expect(page.getByText('The clock has to be confirmed')).toHaveCount(0)
  await close()
  removeFolder(folder)
})

test('FED-08 consequences for many accounts wait until an admin lets them go on', async ({ launch }) => {
  const folder = makeSimulation(START)
  const ids = Array.from({ length: 60 }, (_, nth) => `a${nth}`)
  const files = writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, ...ids.map((id) => accountRow(id, `Company ${id}`, 'free'))],
    usage: [USAGE_HEAD, ...ids.map((id) => `${id},contacts,2431,2026-11-02T07:00:00Z`)],
  })
  commandLine(['import', ...files, '--store', folder, '--json'])
  commandLine(['run', '--store', folder, '--json'])
  expect(listed('messages', folder)).toHaveLength(0)
  const { page, close } = await launch({ folder })
  await signIn(page)
  await goTo(page, 'Accounts')
  await page
    .getByRole('button', { name: /^Imports?/ })
    .first()
    .click()
  await page.getByText(/^Past imports/).click()
  await confirm(page, 'Let it go on…', 'The files were right', 'Let it go on')
  await expect(page.getByText('Waits for an admin')).toHaveCount(0)
  await close()
  commandLine(['run', '--store', folder, '--json'])
  expect(listed<{ state: string }>('messages', folder).map(({ state }) => state)).toEqual(ids.map(() => 'sent'))
  removeFolder(folder)
})

test('MSG-01 a lost answer leaves the message unknown; a person finds it delivered, and it counts', async ({ launch }) => {
  const server = await breakingServer('end')
  const folder = makeSimulation(START, `smtp://127.0.0.1:${server.port}`)
  const files = writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, accountRow('f1', 'Freia', 'free')],
    usage: [USAGE_HEAD, 'f1,contacts,2431,2026-11-02T07:00:00Z'],
  })
  commandLine(['import', ...files, '--store', folder, '--json'])
  const { page, close } = await launch({ folder })
  await signIn(page)
  await advance(page, Date.parse(START) + 60_000)
  await goTo(page, 'Messages')
  await page
    .getByText(/^Unknown/)
    .first()
    .click()
  await page.getByRole('grid').getByText('Freia').first().click()
  await confirm(page, 'Was delivered…', 'Found in the log of the mail server', 'Was delivered')
  await close()
  const [limitCase] = listed<{ warnings: { sent_at: string | null }[] }>('limits', folder)
  expect(limitCase?.warnings.map(({ sent_at }) => sent_at !== null)).toEqual([true])
  await server.close()
  removeFolder(folder)
})
