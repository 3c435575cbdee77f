import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronVersions } from './electron.mjs'
import { at, cache } from './paths.mjs'
import { lastLines, npmFolder, run } from './run.mjs'
import { SetupProblem } from './say.mjs'
import { hashOf, readJson, writeJson } from './stamps.mjs'

// better-sqlite3's ready-made bindings are for Node-API 10; loaded into an older runtime they crash the process without
// an exception, so it is decided by version, never by trying.
const PREBUILT_NAPI = 10
const header = at('scripts', 'setup', 'napi8-references.h')
const folder = at('node_modules', 'better-sqlite3')
const binding = join(folder, 'build', 'Release', 'better_sqlite3.node')
const stamp = join(folder, 'build', 'reeve.json')

const platform = () => `${process.platform}-${process.arch}`
const source = () => hashOf(readJson(join(folder, 'package.json'))?.version ?? '', readFileSync(header), platform())

function tooOld() {
  const napis = [process.versions.napi, electronVersions()?.napi].filter((napi) => napi !== undefined)
  return napis.some((napi) => Number(napi) < PREBUILT_NAPI)
}

/** True when this Node or the Electron at hand can't take the ready-made binding and none is built yet. */
export async function napiNeedsBuild() {
  return tooOld() && !isBuilt() && !existsSync(await cached())
}

const isBuilt = () => existsSync(binding) && readJson(stamp)?.source === source()

/** @returns {Promise<string>} where the binding for this source, compiler and machine is kept. */
async function cached() {
  const { stdout } = await run(process.env.CXX ?? 'g++', ['--version'])
  const version = readJson(join(folder, 'package.json'))?.version
  return cache('better-sqlite3', `${version}-${platform()}-${hashOf(source(), stdout.split('\n')[0] ?? '').slice(0, 12)}.node`)
}

/** Folder with include/node, when this Node came with its headers; else node-gyp fetches them. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : []
}

async function build(kept) {
  const gyp = join(npmFolder() ?? '', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  if (!existsSync(gyp))
    throw new SetupProblem('The SQLite binding can’t be built.', 'npm’s node-gyp was not found beside this Node.', 'use a Node that comes with npm.')
  const flags = `-UNAPI_VERSION -DNAPI_VERSION=8 -include "${header}" ${process.env.CXXFLAGS ?? ''}`
  const env = { ...process.env, CXXFLAGS: flags, npm_config_jobs: 'max' }
  const { code, output } = await run(process.execPath, [gyp, 'rebuild', '--release', '--force_build=1', ...headers()], { cwd: folder, env })
  if (code !== 0 || !existsSync(binding)) {
    throw new SetupProblem(
      'The SQLite binding could not be built.',
      lastLines(output, 12),
      'install a C++ compiler, make and python3, then run the same command again.',
    )
  }
  place(binding, kept)
}

/** By rename: a running process keeps the file it has loaded. */
function place(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  const next = `${to}.${process.pid}.next`
  copyFileSync(from, next)
  renameSync(next, to)
}

/** @type {import('./set-up.mjs').Step} */
export const sqliteBinding = {
  name: 'Building the SQLite binding for Node-API 8 (about a minute, once; kept in .cache)',
  isDone: () => !tooOld() || isBuilt(),
  async carryOut() {
    const kept = await cached()
    const known = existsSync(kept)
    if (!known) await build(kept)
    place(kept, binding)
    writeJson(stamp, { source: source() })
    return known ? 'Taken from .cache' : undefined
  },
}
