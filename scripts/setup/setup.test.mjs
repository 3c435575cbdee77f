import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { matchesLock } from './dependencies.mjs'
import { setUp } from './set-up.mjs'
import { hashOfFiles } from './stamps.mjs'

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'y', optional: true },
  },
}

it('takes an installation for current only when it is what the lock file asks for', () => {
  const installed = (a) => ({ packages: { 'node_modules/a': a } })
  expect(matchesLock(lock, installed({ version: '1.0.0', integrity: 'x' }))).toBe(true)
  expect(matchesLock(lock, installed({ version: '1.0.1', integrity: 'x' }))).toBe(false)
  expect(matchesLock(lock, installed({ version: '1.0.0', integrity: 'other' }))).toBe(false)
  expect(matchesLock(lock, { packages: {} })).toBe(false)
  expect(matchesLock(lock, null)).toBe(false)
})

it('builds again for contents and names, not for times', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-'))
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'deep', 'a.ts'), 'one')
  writeFileSync(join(folder, 'a.test.ts'), 'test')
  const hash = () => hashOfFiles([folder, join(folder, 'missing')], (path) => !path.endsWith('.test.ts'))
  const first = hash()
  utimesSync(join(folder, 'deep', 'a.ts'), 1, 1)
  writeFileSync(join(folder, 'a.test.ts'), 'changed')
  expect(hash()).toBe(first)
  writeFileSync(join(folder, 'deep', 'a.ts'), 'two')
  const second = hash()
  expect(second).not.toBe(first)
  writeFileSync(join(folder, 'deep', 'b.ts'), '')
  expect(hash()).not.toBe(second)
  rmSync(folder, { recursive: true })
})

it('carries out what is not done, in order, and says nothing when all is done', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const done = new Set(['first'])
  const carried = []
  const step = (name) => ({
    name,
    isDone: () => done.has(name),
    carryOut: async () => {
      carried.push(name)
      done.add(name)
    },
  })
  const steps = ['first', 'second', 'third'].map(step)
  await setUp(steps)
  expect(carried).toEqual(['second', 'third'])
  const spoken = said.mock.calls.length
  await setUp(steps)
  expect(said.mock.calls.length).toBe(spoken)
  said.mockRestore()
})
