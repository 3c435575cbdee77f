import { mkdirSync, rmSync } from 'node:fs'
import { architecture } from './architecture/check.mjs'
import { display } from './setup/display.mjs'
import { foreground } from './setup/foreground.mjs'
import { at, cache } from './setup/paths.mjs'
import { sayProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { readJson } from './setup/stamps.mjs'
import { forApp } from './setup/steps.mjs'

const long = process.argv.includes('--long')
const results = cache('test')
const tool = (...path) => at('node_modules', ...path)
const node = (...parameters) => foreground(process.execPath, parameters)

/** One stage answers how many tests passed and failed; a check counts as nothing when it passes and as one failure when it doesn't. */
const check = async (status) => ({ passed: 0, failed: (await status) === 0 ? 0 : 1 })

async function unitTests() {
  const file = cache('test', 'unit.json')
  const status = await foreground(
    process.execPath,
    [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {
      env: { ...process.env, ...(long ? { REEVE_LONG: '1' } : {}) },
    },
  )
  const report = readJson(file)
  const failed = report?.numFailedTests ?? 0
  return { passed: report?.numPassedTests ?? 0, failed: status === 0 ? failed : Math.max(failed, 1) }
}

async function endToEnd() {
  const file = cache('test', 'end-to-end.json')
  const { env, stop } = await display({ preferVirtual: true, quiet: true })
  const status = await foreground(
    process.execPath,
    [tool('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(long ? { REEVE_LONG: '1' } : {}) },
    },
  )
  stop()
  const stats = readJson(file)?.stats
  const failed = stats?.unexpected ?? 0
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: status === 0 ? failed : Math.max(failed, 1) }
}

/** @type {[string, () => Promise<{ passed: number, failed: number }>][]} */
const stages = [
  ['types', () => check(node(tool('@typescript', 'native', 'bin', 'tsc'), '-b'))],
  ['lint', () => check(node(tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'))],
  ['architecture', () => check(architecture())],
  ['unused code', () => check(node(tool('knip', 'bin', 'knip.js')))],
  ['unit and property tests', unitTests],
  ['end to end', endToEnd],
]

async function test() {
  await setUp(forApp)
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  let passed = 0
  let failed = 0
  for (const [name, stage] of stages) {
    const started = Date.now()
    const result = await stage()
    passed += result.passed
    failed += result.failed
    console.log(`${result.failed === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (result.failed > 0) break
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

try {
  process.exitCode = await test()
} catch (problem) {
  sayProblem(problem)
  console.log('0 passed, 1 failed')
  process.exitCode = 2
}
