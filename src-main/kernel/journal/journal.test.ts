import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { migrate, openDatabase, type Database } from '../database'
import { makeIds } from '../ids'
import { runUnit, SCHEDULER, type Unit } from '../unit'
import type { Catalog } from '../catalog'
import { canonical } from './canonical'
import { checkChain, checkReplay, defineEvent, eventRegistry, field, record, type ChainCheck, type Difference } from './index'

/** A decision on a pause; its reason is personal and may be erased. */
const paused = defineEvent({
  kind: 'test.paused',
  body: { nth: field.integer, mode: field.oneOf(['soft', 'hard']) },
  apply: (db, { at, actor, detail }) =>
    void db.run(
      'INSERT OR REPLACE INTO scheduler_pause (only, since, by, reason) VALUES (1, ?, ?, ?)',
      at,
      actor,
      (detail?.['reason'] as string | undefined) ?? null,
    ),
})
const unregistered = defineEvent({ kind: 'future.thing', body: {} })
const REGISTRY = eventRegistry([paused])
const TABLES = [{ table: 'scheduler_pause', key: ['only'] }]
const ENTITY = '01890000-0000-7000-8000-000000000001'

let db: Database
let now: number

beforeEach(() => {
  db = openDatabase(':memory:')
  migrate(db, null)
  now = Date.UTC(2026, 10, 23, 8)
})
afterEach(() => db.close())

const ids = makeIds(() => now)
const unit = <T>(work: (unit: Unit) => T): T =>
  runUnit({ db, ids, catalog: {} as Catalog, publish: () => undefined }, { now, actor: SCHEDULER, commandId: 'c-1' }, work)

function decide(times: number): void {
  for (let nth = 1; nth <= times; nth += 1) {
    now += 1_000
    unit((each) =>
      record(each, paused, {
        entity: ENTITY,
        account: ENTITY,
        version: nth,
        rule: 'SCH-05',
        body: { nth, mode: 'soft' },
        before: 'running',
        after: 'paused',
        detail: { reason: `Because ${nth}` },
      }),
    )
  }
}

function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
const chain = (): ChainCheck => finish(checkChain(db))
const replay = (): Difference[] => finish(checkReplay(db, REGISTRY, TABLES))

describe('record', () => {
  it('JNL-01 writes op, entry and detail with the effect, and says who, when, why and from what to what', () => {
    decide(1)
    expect(db.get('SELECT seq, at, actor, kind, entity, account, version, rule, body FROM entry')).toEqual({
      seq: 1,
      at: now,
      actor: 'scheduler',
      kind: 'test.paused',
      entity: ENTITY,
      account: ENTITY,
      version: 1,
      rule: 'SCH-05',
      body: '{"after":"paused","before":"running","mode":"soft","nth":1}',
    })
    expect(db.get('SELECT ws_seq, command_id, entity, base_version, entry_seq FROM op')).toEqual({
      ws_seq: 1,
      command_id: 'c-1',
      entity: ENTITY,
      base_version: 0,
      entry_seq: 1,
    })
    expect(db.get<{ json: string }>('SELECT json FROM detail')!.json).toBe('{"reason":"Because 1"}')
    expect(db.get<{ reason: string }>('SELECT reason FROM scheduler_pause')!.reason).toBe('Because 1')
  })

  it('JNL-01 leaves nothing when the unit fails after it', () => {
    expect(() =>
      unit((each) => {
        record(each, paused, { entity: ENTITY, account: null, version: 1, rule: 'SCH-05', body: { nth: 1, mode: 'soft' }, detail: { reason: 'x' } })
        throw new Error('later')
      }),
    ).toThrow('later')
    for (const table of ['op', 'entry', 'detail', 'scheduler_pause']) expect(db.all(`SELECT * FROM ${table}`)).toEqual([])
    decide(1)
    expect(chain()).toEqual({ entries: 1, firstBroken: null })
  })

  it('JNL-02 keeps texts, names, addresses and platform ids out of what can’t be erased', () => {
    const shapes = {
      token: field.token,
      list: field.list(field.token),
      date: field.date,
      uuid: field.uuid,
      zone: field.zone,
      amounts: field.amounts,
      rule: field.rule,
      whole: field.integer,
    }
    const definition = defineEvent({ kind: 'test.shapes', body: shapes })
    const good = {
      token: 'grew',
      list: ['a'],
      date: '2026-11-23',
      uuid: ENTITY,
      zone: 'Europe/Berlin',
      amounts: { contacts: 5 },
      rule: 'LIM-04',
      whole: 3,
    }
    const write = (body: unknown) =>
      unit((each) => record(each, definition, { entity: ENTITY, account: null, version: 1, rule: 'JNL-01', body: body as typeof good }))
    write(good)
    const personal = ['Anna Müller', 'anna@example.com', 'https://example.com/form', 'A-000123', 'Musterstraße 5', 'example.com', '']
    for (const [name, value] of Object.entries(good)) {
      for (const text of personal) {
        expect(() => write({ ...good, [name]: text }), `${name}: ${text}`).toThrow(ZodError)
        if (typeof value === 'object' && !Array.isArray(value)) expect(() => write({ ...good, [name]: { [text]: 1 } })).toThrow(ZodError)
        if (Array.isArray(value)) expect(() => write({ ...good, [name]: [text] })).toThrow(ZodError)
      }
    }
    expect(() => write({ ...good, note: 'free' })).toThrow(ZodError)
    expect(() => write({ ...good, whole: 1.5 })).toThrow(ZodError)
    expect(() =>
      unit((each) =>
        record(each, paused, { entity: ENTITY, account: null, version: 1, rule: 'SCH-05', body: { nth: 1, mode: 'soft' }, after: 'Anna Müller' }),
      ),
    ).toThrow('no token')
  })
})

describe('canonical', () => {
  it('gives the same bytes whatever the order of keys, and reads back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown
        const shuffled = JSON.parse(JSON.stringify(plain), (_key, inner: unknown) =>
          inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).reverse()) : inner,
        ) as unknown
        expect(canonical(shuffled)).toBe(canonical(plain))
        expect(JSON.parse(canonical(plain))).toEqual(plain)
      }),
    )
  })
})

describe('checkChain', () => {
  beforeEach(() => decide(7))

  it('JNL-02 finds an untouched journal whole, an empty one too', () => {
    expect(chain()).toEqual({ entries: 7, firstBroken: null })
    db.raw.exec('DELETE FROM detail; DELETE FROM op; DELETE FROM entry')
    expect(chain()).toEqual({ entries: 0, firstBroken: null })
  })

  it('JNL-02 names the entry of which any column was changed', () => {
    const changes = {
      id: "'01890000-0000-7000-8000-00000000ffff'",
      at: 'at + 1',
      actor: "'01890000-0000-7000-8000-0000000000aa'",
      kind: "'test.other'",
      entity: "'01890000-0000-7000-8000-0000000000bb'",
      account: 'NULL',
      version: 'version + 1',
      rule: "'LIM-01'",
      body: `replace(body, 'soft', 'hard')`,
      commitment: 'NULL',
      prev: 'zeroblob(32)',
      hash: 'randomblob(32)',
      seq: '70',
    }
    for (const [column, value] of Object.entries(changes)) {
      db.raw.exec('SAVEPOINT tampering')
      db.raw.exec(`UPDATE entry SET ${column} = ${value} WHERE seq = 4`)
      expect([column, chain()]).toEqual([column, { entries: 3, firstBroken: 4 }])
      db.raw.exec('ROLLBACK TO tampering; RELEASE tampering')
    }
    expect(chain()).toEqual({ entries: 7, firstBroken: null })
  })

  it('JNL-02 finds an entry taken out, two swapped, one slipped in, and the end cut off', () => {
    const tamper = (sql: string): ChainCheck => {
      db.raw.exec('SAVEPOINT tampering')
      db.raw.exec(sql)
      const found = chain()
      db.raw.exec('ROLLBACK TO tampering; RELEASE tampering')
      return found
    }
    expect(tamper('DELETE FROM entry WHERE seq = 4')).toEqual({ entries: 3, firstBroken: 4 })
    expect(tamper('DELETE FROM entry WHERE seq = 4; UPDATE entry SET seq = seq - 1 WHERE seq > 4')).toEqual({ entries: 3, firstBroken: 4 })
    expect(
      tamper('UPDATE entry SET seq = 99 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 99'),
    ).toEqual({ entries: 1, firstBroken: 2 })
    expect(tamper('DELETE FROM entry WHERE seq = 1')).toEqual({ entries: 0, firstBroken: 1 })
    expect(tamper('DELETE FROM entry WHERE seq > 5')).toEqual({ entries: 5, firstBroken: 6 })
    expect(
      tamper(
        "INSERT INTO entry SELECT 8, 'x', at, actor, kind, entity, account, version, rule, body, commitment, hash, randomblob(32) FROM entry WHERE seq = 7",
      ),
    ).toEqual({ entries: 7, firstBroken: 8 })
  })

  it('JNL-02 finds a detail changed or made up, and takes an erased one as erased', () => {
    const id = db.get<{ id: string }>('SELECT id FROM entry WHERE seq = 3')!.id
    db.raw.exec('SAVEPOINT tampering')
    db.run(`UPDATE detail SET json = '{"reason":"Because 4"}' WHERE entry_id = ?`, id)
    expect(chain()).toEqual({ entries: 2, firstBroken: 3 })
    db.raw.exec('ROLLBACK TO tampering')
    db.run('UPDATE detail SET salt = randomblob(16) WHERE entry_id = ?', id)
    expect(chain()).toEqual({ entries: 2, firstBroken: 3 })
    db.raw.exec('ROLLBACK TO tampering; RELEASE tampering')
    db.run('DELETE FROM detail WHERE entry_id = ?', id)
    expect(chain()).toEqual({ entries: 7, firstBroken: null })

    now += 1
    const bare = unit((each) => record(each, paused, { entity: ENTITY, account: null, version: 8, rule: 'SCH-05', body: { nth: 8, mode: 'soft' } }))
    db.run(`INSERT INTO detail (entry_id, salt, json) VALUES (?, randomblob(16), '{}')`, bare.id)
    expect(chain()).toEqual({ entries: 7, firstBroken: 8 })
  })

  it('JNL-02 finds any single changed byte of any column', () => {
    const text = ['id', 'actor', 'kind', 'entity', 'account', 'rule', 'body'] as const
    const blobs = ['commitment', 'prev', 'hash'] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...text, ...blobs),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (seq, column, place, mask) => {
          const { value } = db.get<{ value: Buffer }>(`SELECT CAST(${column} AS BLOB) AS value FROM entry WHERE seq = ?`, seq)!
          const changed = Buffer.from(value)
          changed[place % changed.length]! ^= mask
          db.raw.exec('SAVEPOINT tampering; PRAGMA ignore_check_constraints = ON')
          try {
            db.run(`UPDATE entry SET ${column} = CAST(? AS ${blobs.includes(column as never) ? 'BLOB' : 'TEXT'}) WHERE seq = ?`, changed, seq)
            expect(chain()).toEqual({ entries: seq - 1, firstBroken: seq })
          } finally {
            db.raw.exec('ROLLBACK TO tampering; RELEASE tampering; PRAGMA ignore_check_constraints = OFF')
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('goes in chunks, so that others may run in between', () => {
    db.transaction(() => {
      for (let nth = 8; nth <= 4_500; nth += 1)
        unit((each) => record(each, paused, { entity: ENTITY, account: null, version: nth, rule: 'SCH-05', body: { nth, mode: 'soft' } }))
    })
    const steps = [...checkChain(db)]
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(chain()).toEqual({ entries: 4_500, firstBroken: null })
  })
})

describe('checkReplay', () => {
  beforeEach(() => decide(3))

  it('JNL-03 gives the same tables from the journal alone', () => expect(replay()).toEqual([]))

  it('JNL-03 names a row changed, added or removed without an entry', () => {
    db.run("UPDATE scheduler_pause SET by = 'x'")
    expect(replay()).toEqual([{ table: 'scheduler_pause', id: '1', problem: 'column by' }])
    db.run('DELETE FROM scheduler_pause')
    expect(replay()).toEqual([{ table: 'scheduler_pause', id: '1', problem: 'missing' }])
    db.raw.exec('DELETE FROM detail; DELETE FROM op; DELETE FROM entry')
    db.run("INSERT INTO scheduler_pause (only, since, by) VALUES (1, 1, 'x')")
    expect(replay()).toEqual([{ table: 'scheduler_pause', id: '1', problem: 'not in the journal' }])
  })

  it('JNL-03 replays an erased detail to nothing, as the live table then holds', () => {
    db.raw.exec('DELETE FROM detail')
    expect(replay()).toEqual([{ table: 'scheduler_pause', id: '1', problem: 'column reason' }])
    db.run('UPDATE scheduler_pause SET reason = NULL')
    expect(replay()).toEqual([])
    expect(chain().firstBroken).toBeNull()
  })

  it('SYN-07 keeps entries of a kind it doesn’t know and goes on after them', () => {
    unit((each) => record(each, unregistered, { entity: ENTITY, account: null, version: 4, rule: 'JNL-01', body: {} }))
    decide(2)
    expect(replay()).toEqual([])
    expect(chain()).toEqual({ entries: 6, firstBroken: null })
    expect(db.all("SELECT 1 FROM entry WHERE kind = 'future.thing'")).toHaveLength(1)
  })

  it('JNL-03 tells differences apart by a compound key, in the order of the table', () => {
    for (const [account, cause] of [
      ['a', 'blocked'],
      ['a', 'invoice'],
      ['b', 'blocked'],
    ])
      db.run("INSERT INTO capability_reason (account, cause, since, rule) VALUES (?, ?, 1, 'CAP-01')", account!, cause!)
    const found = finish(checkReplay(db, REGISTRY, [{ table: 'capability_reason', key: ['account', 'cause'] }]))
    expect(found.map(({ id }) => id)).toEqual(['a/blocked', 'a/invoice', 'b/blocked'])
  })
})
