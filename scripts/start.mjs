import { resolve } from 'node:path'
import { display } from './setup/display.mjs'
import { electronProgram } from './setup/electron.mjs'
import { foreground, isRoot } from './setup/foreground.mjs'
import { at, root } from './setup/paths.mjs'
import { say, sayProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { forApp } from './setup/steps.mjs'

const USAGE = `npm start                          opens Reeve
npm start -- --demo                opens the demo workspace
npm start -- --workspace DIR       opens the workspace in that folder
npm start -- --screenshots DIR     walks every screen of the demo and saves pictures there`

// Relative to where npm was called, not to where it changed to.
const fromCaller = (path) => resolve(process.env.INIT_CWD ?? '.', path)

async function open(given) {
  const parameters = given.map((parameter, index) => (given[index - 1] === '--workspace' ? fromCaller(parameter) : parameter))
  const { env, virtual, stop } = await display()
  if (virtual) say('  Nobody can see it there; for pictures: npm start -- --screenshots DIR. Ctrl+C ends it.')
  const status = await foreground(electronProgram() ?? '', [...(isRoot() ? ['--no-sandbox'] : []), root, ...parameters], { env, calm: true })
  stop()
  return status
}

async function takeScreenshots(folder) {
  const { env, stop } = await display({ preferVirtual: true, quiet: true })
  say(`· Walking every screen of the demo; pictures go to ${folder}`)
  const playwright = at('node_modules', '@playwright', 'test', 'cli.js')
  const status = await foreground(process.execPath, [playwright, 'test', '-c', 'e2e/playwright.config.ts', '--reporter=line'], {
    env: { ...env, REEVE_SCREENSHOTS: folder },
  })
  stop()
  return status
}

async function start(parameters) {
  if (parameters.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const screenshots = parameters.indexOf('--screenshots')
  const folder = parameters[screenshots + 1]
  if (screenshots >= 0 && folder === undefined) {
    say(`--screenshots needs a folder.\n\n${USAGE}`)
    return 2
  }
  await setUp(forApp)
  return screenshots >= 0 ? takeScreenshots(fromCaller(folder)) : open(parameters)
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (problem) {
  sayProblem(problem)
  process.exitCode = 2
}
