import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ADMIN, commandLine, makeSimulation, PASSPHRASE, removeFolder } from './support/people'
import { test, type Reeve } from './support/launch'
import { settled } from './support/places'
import { demoOpen, paint, placesOf, resize, SCHEMES, speak } from './support/walk'

const target = process.env['REEVE_SCREENSHOTS'] ?? 'screenshots'
const SIZES = [
  [1440, 900],
  [1280, 800],
] as const
const LANGUAGES = ['en', 'de'] as const

test.beforeAll(() => mkdirSync(target, { recursive: true }))

/** NAME-SCHEME[-1280][-de].png, as the pictures of the design are named. */
async function picture({ page }: Reeve, name: string, width: number, language: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await paint(page, scheme)
    const file = [name, scheme, width === 1440 ? null : String(width), language === 'en' ? null : language].filter((part) => part !== null).join('-')
    await page.screenshot({ path: join(target, `${file}.png`), animations: 'disabled' })
  }
}

async function inEverySizeAndLanguage(reeve: Reeve, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await resize(reeve, width, height)
    for (const language of LANGUAGES) {
      await reeve.page.getByRole('button', { name: language === 'de' ? 'Deutsch' : 'English' }).click()
      await settled(reeve.page)
      await picture(reeve, name, width, language)
    }
  }
}

for (const language of LANGUAGES) {
  test(`DSK-01 DSK-05 every screen of the demo in ${language} @screenshots`, async ({ launch }) => {
    test.setTimeout(900_000)
    const reeve = await launch({ demo: true })
    await demoOpen(reeve.page)
    await speak(reeve.page, language)
    for (const [width, height] of SIZES) {
      await resize(reeve, width, height)
      for (const { name, open } of await placesOf(reeve)) {
        await open()
        await picture(reeve, name, width, language)
      }
    }
  })
}

test('DSK-07 first run @screenshots', async ({ launch }) => {
  const reeve = await launch()
  await reeve.page.locator('form').waitFor()
  await inEverySizeAndLanguage(reeve, 'first-run')
})

test('DSK-07 sign-in @screenshots', async ({ launch }) => {
  const folder = makeSimulation('2026-11-02T08:00:00Z')
  commandLine(['operators', 'add', 'Sam Support', '--role', 'support', '--store', folder, '--passphrase-stdin'], `${PASSPHRASE}\n`)
  const reeve = await launch({ folder })
  await reeve.page.getByRole('button', { name: ADMIN }).click()
  await inEverySizeAndLanguage(reeve, 'sign-in')
  await reeve.close()
  removeFolder(folder)
})
