import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, newFolder, type Reeve } from './launch'

const program = resolve(__dirname, '../../out/main/cli.js')
export const ADMIN = 'Ada Lindqvist'
export const PASSPHRASE = 'four quiet herons wade'

/** The built command line, as a person would call it. Answers what it printed on standard output. */
export function commandLine(words: readonly string[], input = ''): string {
  return execFileSync(process.execPath, [program, ...words], { input, encoding: 'utf8' })
}

/** A simulation that starts at `at` (ISO 8601), mails to its folder unless told otherwise, and has one admin with every role. */
export function makeSimulation(at: string, mail = 'folder'): string {
  const folder = newFolder()
  commandLine(['create', '--store', folder, '--simulation', '--at', at, '--mail', mail, '--admin', ADMIN, '--passphrase-stdin'], `${PASSPHRASE}\n`)
  return folder
}

/** What `list WHAT` shows, as the command line prints it. */
export function listed<Row>(what: string, folder: string): Row[] {
  return (JSON.parse(commandLine(['list', what, '--store', folder, '--json'])) as { rows: Row[] }).rows
}

/** An admin moves the simulation's clock to `until` (ms UTC): everything due until then happens. */
export async function advance(page: Page, until: number): Promise<void> {
  const answer = await page.evaluate((at) => window.reeve.call('scheduler.advance', { until: at }), until)
  expect(answer).toMatchObject({ ok: true })
}

/** First run, as a person does it. Answers the recovery code. */
export async function setUpWorkspace(page: Page): Promise<string> {
  await page.getByLabel('Name', { exact: true }).fill(ADMIN)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Once more').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  return keepRecoveryCode(page)
}

/** The code that is shown once, confirmed as written down. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  await expect(page.getByText('Your recovery code')).toBeVisible()
  const code = await page.getByText(/^(?:[0-9A-Z]{4,6}-){3,}[0-9A-Z]{4,6}$/).innerText()
  await page.getByLabel('I have written it down').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  return code
}

export function removeFolder(folder: string): void {
  rmSync(dirname(folder), { recursive: true, force: true })
}

/** Signs in at the chosen or only operator. */
export async function signIn(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase of', { exact: false }).first().fill(passphrase)
  await page.keyboard.press('Enter')
  await isIn(page)
}

/** The desk is there, with its first screen. */
export async function isIn(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Goes to a screen by the rail. */
export async function goTo(page: Page, screen: 'Today' | 'Over limits' | 'Accounts' | 'Messages' | 'Journal' | 'Settings'): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** Feed files in a folder of their own: the first row is the head. */
export function writeFeeds(feeds: Readonly<Record<string, readonly string[]>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-feeds-'))
  return Object.entries(feeds).map(([name, rows]) => {
    const file = join(folder, `${name}.csv`)
    writeFileSync(file, `${rows.join('\n')}\n`)
    return file
  })
}

/** The system's file dialog answers with these. */
export async function chooseFiles({ app }: Reeve, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, files)
}

/** Import as a person does it: choose, look at the preview, import. */
export async function importFiles(reeve: Reeve, files: readonly string[]): Promise<void> {
  const { page } = reeve
  await chooseFiles(reeve, files)
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'Import…' }).first().click()
  await page.getByRole('button', { name: 'Choose files…' }).first().click()
  await page.getByRole('button', { name: /^Import .* rows?/ }).click()
  await expect(page.getByText(/^Imported:/)).toBeVisible()
}

export const PLANS = [
  'plan_id,name,rank,paid,price_minor,currency,limits',
  'free,Free,0,false,,,contacts=2000',
  'startup,Startup,1,true,3900,EUR,contacts=5000',
  'webinar,Webinar,2,true,7900,EUR,contacts=10000',
  'unlimited,Unlimited,3,true,12900,EUR,contacts=',
]
export const ACCOUNT_HEAD = 'account_id,company,country,email,language,time_zone,plan_id,created_at'
export const accountRow = (id: string, company: string, plan: string): string =>
  `${id},${company},DE,post@${id}.example,de,Europe/Berlin,${plan},2024-01-01T00:00:00Z`
export const USAGE_HEAD = 'account_id,resource,used,observed_at'
