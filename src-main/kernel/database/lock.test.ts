import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder, type WorkspaceProblem } from './index'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reeve-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const tryLock = (): string => {
  try {
    lockFolder(folder)()
    return 'free'
  } catch (thrown) {
    return (thrown as WorkspaceProblem).code
  }
}

it('holds a folder for one desk, and frees it', () => {
  const unlock = lockFolder(folder)
  expect(tryLock()).toBe('in_use')
  unlock()
  expect(tryLock()).toBe('free')
})

it('is held against other processes, and ends with them, however they end', async () => {
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
  const script = `const S = require(${JSON.stringify(sqlite)}); const db = new S(${JSON.stringify(join(folder, 'lock.db'))}); db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => undefined, 1000)`
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => other.stdout.once('data', resolve))
  expect(tryLock()).toBe('in_use')
  const ended = new Promise((resolve) => other.once('exit', resolve))
  other.kill('SIGKILL')
  await ended
  expect(tryLock()).toBe('free')
})
