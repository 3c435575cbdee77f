import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ADMIN, commandLine, makeSimulation, PASSPHRASE, removeFolder } from './support/people'
import { expect, test } from './support/launch'
import { demoOpen, paint, placesOf, SCHEMES } from './support/walk'

/** DSK-06: WCAG 2.2 AA. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const GRAVE = new Set(['serious', 'critical'])
/** Made of the same parts as another place that is looked at. */
const ALIKE = new Set(['over-limits-closed', 'account-contacts', 'account-messages', 'account-directives', 'messages', 'settings-demo', 'import'])

/** Everything serious that axe finds, one line each: where, what, which element. In dark only the colours differ. */
async function findings(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  const isDark = (await page.locator('html').getAttribute('data-mantine-color-scheme')) === 'dark'
  for (const scheme of isDark ? SCHEMES.toReversed() : SCHEMES) {
    await paint(page, scheme)
    // Electron opens no second page, which the other mode needs.
    // Further rows of a list are made alike; looking at each would take minutes.
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-row]:nth-child(n + 5)')
    const { violations } = await (scheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(LEVELS)).analyze()
    for (const { id, impact, nodes } of violations) {
      if (!GRAVE.has(impact ?? '')) continue
      for (const { target, any } of nodes) found.push(`${name} ${scheme}: ${id} ${target.join(' ')} ${any[0]?.message ?? ''}`)
    }
  }
  return found
}

test('DSK-06 axe finds nothing serious on any screen or dialog, light and dark', async ({ launch }) => {
  test.setTimeout(360_000)
  const reeve = await launch({ demo: true, size: { width: 1440, height: 900 } })
  await demoOpen(reeve.page)
  const found: string[] = []
  for (const { name, open } of await placesOf(reeve)) {
    if (ALIKE.has(name)) continue
    await open()
    found.push(...(await findings(reeve.page, name)))
  }
  expect(found).toEqual([])
})

test('DSK-06 axe finds nothing serious on first run', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByRole('button', { name: 'Create workspace' })).toBeVisible()
  expect(await findings(page, 'first-run')).toEqual([])
})

test('DSK-06 axe finds nothing serious on sign-in', async ({ launch }) => {
  const folder = makeSimulation('2026-11-02T08:00:00Z')
  commandLine(['operators', 'add', 'Sam Support', '--role', 'support', '--store', folder, '--passphrase-stdin'], `${PASSPHRASE}\n`)
  const { page, close } = await launch({ folder })
  await page.getByRole('button', { name: ADMIN }).click()
  await expect(page.getByLabel(`Passphrase of ${ADMIN}`)).toBeVisible()
  expect(await findings(page, 'sign-in')).toEqual([])
  await close()
  removeFolder(folder)
})
