import { existsSync, readFileSync } from 'node:fs'
import { at } from './paths.mjs'
import { lastLines, npm } from './run.mjs'
import { SetupProblem } from './say.mjs'
import { hashOf, readJson, writeJson } from './stamps.mjs'

// Inside node_modules on purpose: whoever replaces that folder removes the stamp with it.
const stamp = at('node_modules', '.reeve-dependencies.json')
const lockHash = () => hashOf(readFileSync(at('package-lock.json')))

/** True when an installation made by other means (`npm install`) is what the lock file asks for. */
export function matchesLock(lock, installed) {
  if (lock === null || installed === null) return false
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    if (found === undefined) return wanted.optional === true || wanted.peer === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** @type {import('./set-up.mjs').Step} */
export const dependencies = {
  name: 'Installing the dependencies of package-lock.json (npm ci)',
  isDone() {
    const hash = lockHash()
    if (readJson(stamp)?.lock === hash) return true
    if (
      !existsSync(at('node_modules', 'vite')) ||
      !matchesLock(readJson(at('package-lock.json')), readJson(at('node_modules', '.package-lock.json')))
    )
      return false
    writeJson(stamp, { lock: hash })
    return true
  },
  async carryOut() {
    // Development packages too, whatever NODE_ENV says: they hold the build and Electron.
    const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) {
      throw new SetupProblem(
        'The dependencies could not be installed.',
        lastLines(output),
        'check that an npm registry can be reached (npm ping) and that package-lock.json is unchanged, then run the same command again.',
      )
    }
    writeJson(stamp, { lock: lockHash() })
  },
}
