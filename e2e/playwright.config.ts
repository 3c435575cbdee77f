import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  // Two windows at once on a small machine make each other's time limits meaningless.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  // `--screenshots` walks by itself; the walk is no test.
  ...(process.env['REEVE_SCREENSHOTS'] === undefined ? { grepInvert: /@screenshots/ } : { grep: /@screenshots/ }),
})
