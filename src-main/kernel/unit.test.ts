import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Catalog } from './catalog'
import { migrate, openDatabase, type Database } from './database'
import { makeIds } from './ids'
import { runStep, runUnit, SCHEDULER, type UnitHost } from './unit'

let db: Database
let heard: string[]
let host: UnitHost

beforeEach(() => {
  db = openDatabase(':memory:')
  migrate(db, null)
  heard = []
  host = { db, ids: makeIds(() => 0), catalog: {} as Catalog, publish: (topics) => void heard.push(...topics) }
})
afterEach(() => db.close())

const OPTIONS = { now: 7, actor: SCHEDULER }
const rows = (): number => db.all('SELECT 1 FROM meta').length
const write = (key: string): number => db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, '')

it('publishes and acts once, after the commit', () => {
  const answer = runUnit(host, OPTIONS, (unit) => {
    write('a')
    unit.changed('limits', 'accounts')
    unit.changed('limits')
    unit.afterCommit(() => heard.push(db.inTransaction ? 'inside' : 'after'))
    expect([unit.now, unit.actor, heard]).toEqual([7, SCHEDULER, []])
    return 'done'
  })
  expect(answer).toBe('done')
  expect(heard).toEqual(['after', 'limits', 'accounts'])
})

it('leaves nothing behind when it throws: no row, no topic, no action', () => {
  expect(() =>
    runUnit(host, OPTIONS, (unit) => {
      write('a')
      unit.changed('limits')
      unit.afterCommit(() => heard.push('acted'))
      throw new Error('no')
    }),
  ).toThrow('no')
  expect([rows(), heard]).toEqual([0, []])
})

it('SCH-02 lets one step fail alone, with its topics and actions', () => {
  runUnit(host, OPTIONS, (group) => {
    for (const key of ['a', 'b', 'c']) {
      try {
        runStep(host, group, OPTIONS, (unit) => {
          write(key)
          unit.changed(key === 'b' ? 'messages' : 'limits')
          unit.afterCommit(() => heard.push(`acted ${key}`))
          if (key === 'b') throw new Error('b')
        })
      } catch {
        // The group goes on.
      }
    }
    expect(heard).toEqual([])
  })
  expect(db.all<{ key: string }>('SELECT key FROM meta').map(({ key }) => key)).toEqual(['a', 'c'])
  expect(heard).toEqual(['acted a', 'acted c', 'limits'])
})

it('takes the steps’ effects back with their group', () => {
  expect(() =>
    runUnit(host, OPTIONS, (group) => {
      runStep(host, group, OPTIONS, (unit) => {
        write('a')
        unit.afterCommit(() => heard.push('acted'))
      })
      throw new Error('group')
    }),
  ).toThrow('group')
  expect([rows(), heard]).toEqual([0, []])
})
