import { existsSync, readdirSync } from 'node:fs'
import { napiNeedsBuild } from './binding.mjs'
import { findProgram, lastLines, run } from './run.mjs'
import { say, SetupProblem } from './say.mjs'

const program = (name) => () => findProgram(name) !== null
const library = (name) => (known) => known.includes(name)
const file = (path) => () => existsSync(path)

const DISPLAY = [
  ['xvfb', program('Xvfb')],
  ['xauth', program('xauth')],
  ['libgtk-3-0', library('libgtk-3.so.0')],
  ['libnss3', library('libnss3.so')],
  ['libasound2', library('libasound.so.2')],
  ['libgbm1', library('libgbm.so.1')],
]
const FONTS = [['fonts-dejavu-core', () => hasFonts()]]
const COMPILER = [
  ['g++', program('g++')],
  ['make', program('make')],
  ['python3', program('python3')],
  ['libc6-dev', file('/usr/include/stdlib.h')],
]

function hasFonts() {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
  } catch {
    return false
  }
}

async function knownLibraries() {
  const { stdout } = await run(findProgram('ldconfig') ?? '/sbin/ldconfig', ['-p'])
  return stdout
}

async function missing(wanted) {
  if (process.platform !== 'linux') return []
  const known = await knownLibraries()
  return wanted.filter(([, present]) => !present(known)).map(([name]) => name)
}

/** Xvfb only where there is no display to open windows on. */
const forWindows = () => missing(hasDisplay() ? DISPLAY.slice(2).concat(FONTS) : DISPLAY.concat(FONTS))
const forBuilding = async () => ((await napiNeedsBuild()) ? missing(COMPILER) : [])

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

async function install(packages, purpose) {
  const list = packages.join(' ')
  const isDebian = existsSync('/etc/debian_version') && findProgram('apt-get') !== null
  if (!isDebian || process.getuid?.() !== 0) {
    throw new SetupProblem(
      `System packages are missing: ${list}`,
      `${purpose}, and they can only be installed by root${isDebian ? '' : ' with your system’s package manager (the names are Debian’s)'}.`,
      isDebian ? `sudo apt-get install -y --no-install-recommends ${list}` : `install what your system calls these, then run the same command again.`,
    )
  }
  say(`  as root: apt-get install -y --no-install-recommends ${list}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
  if (code === 0) return
  throw new SetupProblem(`System packages could not be installed: ${list}`, lastLines(output), `install them by hand: apt-get install ${list}`)
}

/** @type {import('./set-up.mjs').Step} */
export const windowLibraries = {
  name: 'Installing system packages for Electron’s windows',
  isDone: async () => (await forWindows()).length === 0,
  carryOut: async () => install(await forWindows(), 'Electron needs them to open a window'),
}

/** @type {import('./set-up.mjs').Step} */
export const compiler = {
  name: 'Installing a C++ compiler for the SQLite binding',
  isDone: async () => (await forBuilding()).length === 0,
  carryOut: async () => install(await forBuilding(), 'this Node or Electron is too old for the ready-made SQLite binding, so it is compiled here'),
}

/** What the import is measured against. Without it (not root, not Debian) that one comparison is left out. @type {import('./set-up.mjs').Step} */
export const benchTools = {
  name: 'Installing sqlite3, which the import is measured against',
  isDone: () => findProgram('sqlite3') !== null || findProgram('apt-get') === null || process.getuid?.() !== 0,
  carryOut: () => install(['sqlite3'], 'the import is measured against it'),
}
