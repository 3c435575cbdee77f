import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { FeedKind } from '@contract/feeds'
import { SCHEMAS } from '../schema/schemas'
import { rowReader } from '../schema/row'
import { FileProblem } from './problem'
import { openFeed } from './read-feed'
import type { RawRow } from './rows'
import { formatOfName, hashOf, kindOfName } from './source'

const folder = mkdtempSync(join(tmpdir(), 'feeds-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

async function read(content: string | Buffer, kind: FeedKind = 'teams', ending = 'csv') {
  const path = join(folder, `${kind}-${count++}.${ending}`)
  writeFileSync(path, content)
  const reader = await openFeed(path, kind)
  try {
    const rows: RawRow[] = []
    for await (const batch of reader.batches()) rows.push(...batch)
    const take = rowReader(SCHEMAS[kind], reader.header?.places ?? null)
    const readings = rows.map((row) => ({ line: row.line, ...take(row) }))
    return {
      rows,
      header: reader.header,
      unknown: reader.unknown,
      good: readings.flatMap(({ values }) => (values === null ? [] : [values])),
      bad: readings.flatMap(({ line, findings }) => (findings ?? []).map(({ code, column }) => [line, column, code])),
    }
  } finally {
    await reader.close()
  }
}

const problemOf = (content: string | Buffer, kind?: FeedKind, ending?: string): Promise<string> =>
  read(content, kind, ending).then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof FileProblem ? thrown.code : String(thrown)),
  )

describe('feed files', () => {
  it('tells the kind from the name', () => {
    expect(kindOfName('/x/accounts-2026-11-23.csv')).toBe('accounts')
    expect(kindOfName('directive_results.ndjson')).toBe('directive_results')
    expect(kindOfName('Accounts.CSV')).toBe('accounts')
    expect(kindOfName('accounts2.csv')).toBe(null)
    expect(kindOfName('constructor.csv')).toBe(null)
    expect(formatOfName('teams.NDJSON')).toBe('ndjson')
  })

  it.each([',', ';', '\t'])('FED-04 finds the delimiter %j from the header, with and without a byte order mark', async (delimiter) => {
    for (const mark of ['', '\ufeff']) {
      const { good } = await read(
        `${mark}name${delimiter}team_id\nA, B; C\tD${delimiter}t1\n`.replace(
          `A, B; C\tD`,
          delimiter === ',' ? 'A; C\tD' : delimiter === ';' ? 'A, B\tD' : 'A, B; C',
        ),
      )
      expect(good).toHaveLength(1)
      expect(good[0]![0]).toBe('t1')
    }
  })

  it('FED-02 reports unknown columns once and takes the rest', async () => {
    const { unknown, good } = await read('team_id,colour,name\nt1,red,One\nt2,blue,Two\n')
    expect(unknown).toEqual(['colour'])
    expect(good.map((values) => values.slice(0, 2))).toEqual([
      ['t1', 'One'],
      ['t2', 'Two'],
    ])
  })

  it('tells an absent column from an empty cell', async () => {
    const { good } = await read('team_id,name,removed_at\nt1,One,\n')
    expect(good[0]).toEqual(['t1', 'One', null, undefined])
  })

  it('FED-02 makes every row bad when a required column is missing', async () => {
    const { bad, header } = await read('team_id\nt1\nt2\n')
    expect(header?.missing).toEqual(['name'])
    expect(bad).toEqual([
      [2, 'name', 'missing'],
      [3, 'name', 'missing'],
    ])
  })

  it('refuses files that are no feed, by name', async () => {
    expect(await problemOf('')).toBe('file_empty')
    expect(await problemOf('\n\r\n \n')).toBe('file_empty')
    expect(await problemOf('t1,One\nt2,Two\n')).toBe('header_missing')
    expect(await problemOf('team_id,name,name\n')).toBe('header_twice')
    expect(await problemOf(Buffer.from('team_id,name\nt1,One\n', 'utf16le'))).toBe('encoding_unknown')
    expect(await problemOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('team_id,name\n', 'utf16le')]))).toBe('encoding_unknown')
    expect(await problemOf('x'.repeat(100_000))).toBe('header_too_long')
    await expect(openFeed(join(folder, 'nowhere.csv'), 'teams')).rejects.toMatchObject({ code: 'file_missing' })
    await expect(openFeed(folder, 'teams')).rejects.toMatchObject({ code: 'file_unreadable' })
    await expect(openFeed('/dev/zero', 'teams')).rejects.toMatchObject({ code: 'file_unreadable' })
  })

  it('takes a header without rows, and lines ended the old way', async () => {
    expect((await read('team_id,name')).rows).toEqual([])
    expect((await read('team_id,name\rt1,One\rt2,"T\rwo"\r')).good).toHaveLength(2)
  })

  it('FED-04 only rows with bytes that are no UTF-8 are bad; a replacement character is a character', async () => {
    const { good, bad } = await read(
      Buffer.concat([
        Buffer.from('team_id,name\nt1,Ünï\nt2,'),
        Buffer.from([0x4d, 0xfc, 0x6c]),
        Buffer.from('\nt3,was \ufffd\nt4,nul\0l\n'),
        Buffer.from('t5,漢'),
      ]),
    )
    expect(good.map((values) => values[1])).toEqual(['Ünï', 'was \ufffd', '漢'])
    expect(bad).toEqual([
      [3, 'name', 'not_utf8'],
      [5, 'name', 'control_character'],
    ])
  })

  it('FED-01 takes NDJSON: null clears, an absent key leaves, numbers and booleans count as text', async () => {
    const lines = [
      '{"contact_id":1,"account_id":"a","name":"N","email":"n@x.de","settings_access":true,"phone":null,"colour":1}',
      '',
      '{"contact_id":2,',
      '[1]',
      '{"contact_id":3,"account_id":{"a":1},"name":"N","email":"n@x.de","settings_access":0}',
      '{"contact_id":12345678901234567890,"account_id":"a","name":"N","email":"n@x.de","settings_access":0}',
      '{"contact_id":"4","account_id":"a","name":"\\ud800","email":"n@x.de","settings_access":"no"}',
      '{"contact_id":"5","account_id":"a","name":"x\\u0000y","email":"n@x.de","settings_access":"no","__proto__":{"phone":"1"}}',
      '"text"',
    ]
    const { good, bad, unknown } = await read(`\ufeff${lines.join('\r\n')}`, 'contacts', 'ndjson')
    expect(good).toEqual([['1', 'a', 'N', 'n@x.de', null, 1, undefined, undefined]])
    expect(bad).toEqual([
      [3, null, 'not_json'],
      [4, null, 'not_an_object'],
      [5, 'account_id', 'not_text'],
      [6, 'contact_id', 'number_not_exact'],
      [7, 'name', 'not_utf8'],
      [8, 'name', 'control_character'],
      [9, null, 'not_an_object'],
    ])
    expect(unknown).toContain('colour')
  })

  it('reads blocks cut anywhere: long files keep every row and line', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `t${n},"Größe ${n}\n漢 ""q"""`)
    const { good, rows: raw } = await read(`team_id,name\n${rows.join('\n')}`)
    expect(good).toHaveLength(30_000)
    expect(good.at(-1)![1]).toBe('Größe 29999\n漢 "q"')
    expect(raw.at(-1)!.line).toBe(2 + 2 * 29_999)
  })

  it('never throws anything but a named problem, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\0', '{', '}', ':', 'é', '\ud800'), maxLength: 200 })
        .map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('csv', 'ndjson', 'txt'), fc.boolean(), async (content, ending, headed) => {
        const file = headed ? Buffer.concat([Buffer.from('team_id,name\n'), content]) : Buffer.from(content)
        expect(await problemOf(file, 'teams', ending)).toMatch(/^(none|file_empty|header_missing|header_twice|encoding_unknown)$/)
      }),
      { numRuns: 300 },
    )
  })

  it('hashes the file as it is', async () => {
    const path = join(folder, 'hash.csv')
    writeFileSync(path, 'abc')
    expect((await hashOf(path, new AbortController().signal)).toString('hex')).toMatch(/^ba7816bf/)
  })
})
