import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './paths.mjs'

/**
 * Runs a program to its end. Its output is kept, or shown on standard error with `show`.
 * Never throws: `code` is null when it could not be started or was ended by `signal`.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, timeoutMs?: number, signal?: AbortSignal, shell?: boolean }} [options]
 * @returns {Promise<{ code: number | null, output: string, stdout: string }>}
 */
export function run(program, parameters, { cwd = root, env = process.env, show = false, timeoutMs, signal, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, parameters, { cwd, env, shell, timeout: timeoutMs, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let output = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      output += chunk
      if (show) process.stderr.write(chunk)
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
      if (show) process.stderr.write(chunk)
    })
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}\n`, stdout }))
    child.on('close', (code) => done({ code, output, stdout }))
  })
}

/** The last lines a failed program wrote, for a problem's "why". */
export function lastLines(output, count = 6) {
  return stripVTControlCharacters(output).trim().split('\n').slice(-count).join('\n       ')
}

/** Full path of a program on PATH, or null. */
export function findProgram(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const candidate of names) {
      const path = join(folder, candidate)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        continue
      }
    }
  }
  return null
}

/** npm's own folder: beside the npm that started us, else beside this Node. Null when there is none. */
export function npmFolder() {
  const started = process.env.npm_execpath
  const prefix = dirname(dirname(process.execPath))
  const candidates = [
    ...(started?.endsWith('npm-cli.js') ? [dirname(dirname(started))] : []),
    join(prefix, 'lib', 'node_modules', 'npm'),
    join(dirname(process.execPath), 'node_modules', 'npm'),
    '/usr/share/nodejs/npm',
    '/usr/share/npm',
  ]
  return candidates.find((folder) => existsSync(join(folder, 'bin', 'npm-cli.js'))) ?? null
}

/** Runs npm with this very Node. */
export function npm(parameters, options) {
  const folder = npmFolder()
  if (folder !== null) return run(process.execPath, [join(folder, 'bin', 'npm-cli.js'), ...parameters], options)
  return run('npm', parameters, { ...options, shell: process.platform === 'win32' })
}
