import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { SIGNALS } from '@contract/reviews'
import { fillDemo, writeDemoFeeds } from '@features/demo/index'
import { verifyJournal } from '@features/journal/index'
import { listedReviews } from '@features/reviews/index'
import { createOperator } from '@kernel/access/index'
import { createDesk } from './create-desk'
import { createWorkspace } from './create-workspace'
import { importDesk } from './feeds/import-desk'

const UNTIL = Date.UTC(2026, 10, 23, 13, 6)

test(
  'DSK-08 the demo shows every state of the limit process, by the real import and scheduler, and its journal verifies',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reeve-demo-test-'))
    createWorkspace({ folder, now: UNTIL - 21 * 86_400_000, demo: true }, (unit) =>
      createOperator(unit, {
        name: 'Astrid',
        shortName: 'AB',
        language: 'en',
        roles: ['reviewer', 'support', 'admin'],
        credential: { passphrase: 'none', recovery: null },
      }),
    )
    const desk = createDesk({ folder })
    try {
      expect(await fillDemo(desk, { accounts: 120, seed: 3, until: UNTIL })).toMatchObject({ accounts: 120 })
      const states = desk.services.db.all<{ state: string }>('SELECT DISTINCT state FROM limit_case').map(({ state }) => state)
      expect(new Set(states)).toEqual(new Set(['warning', 'approval', 'paused', 'unreachable', 'enforced', 'resolved']))
      const days = desk.services.db.all<{ day: number }>("SELECT DISTINCT day FROM limit_row WHERE bucket = 'open'").map(({ day }) => day)
      expect(new Set(days)).toEqual(new Set([1, 2, 3, 4]))
      expect(desk.services.clock.now()).toBe(UNTIL)
      const verified = await verifyJournal(desk.services, { progress: () => undefined, signal: new AbortController().signal })
      expect(verified).toMatchObject({ ok: true, differences: [] })
    } finally {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test(
  'DSK-08 REV the demo’s reviews are in every state, by import and by commands of people, with signals of every kind',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reeve-demo-reviews-'))
    createWorkspace({ folder, now: UNTIL - 21 * 86_400_000, demo: true }, (unit) =>
      createOperator(unit, {
        name: 'Astrid',
        shortName: 'AB',
        language: 'sv',
        roles: ['reviewer', 'support', 'admin'],
        credential: { passphrase: 'none', recovery: null },
      }),
    )
    const desk = createDesk({ folder })
    try {
      await fillDemo(desk, { accounts: 400, seed: 20261123, until: UNTIL })
      const { db } = desk.services
      const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n
      const states = db.all<{ state: string; n: number }>('SELECT state, count(*) AS n FROM review GROUP BY state ORDER BY state')
      expect(states.map(({ state }) => state)).toEqual(['accepted', 'moot', 'pending', 'query', 'rejected', 'unsubmitted'])
      expect(states.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(45)
      expect(count(`review WHERE state = 'pending' AND due_at < ${UNTIL}`)).toBe(1)
      expect(count(`review WHERE state = 'pending' AND due_at BETWEEN ${UNTIL} AND ${UNTIL + 3_600_000}`)).toBe(2)
      expect([count(`review_claim WHERE until > ${UNTIL}`), count('review_snooze'), count('review_hand_over'), count('saved_view')]).toEqual([
        1, 1, 1, 3,
      ])
      expect(count('submission WHERE recorded_by IS NOT NULL')).toBe(1)
      expect(count("message WHERE template GLOB 'reviews.*' AND state <> 'sent'")).toBe(0)
      expect(db.all<{ language: string }>("SELECT DISTINCT language FROM review_row WHERE tab = 'queue'")).toHaveLength(5)
      const seen = [
        ...listedReviews(
          db,
          db.all<{ id: string }>('SELECT id FROM review').map(({ id }) => id),
        ).values(),
      ].flatMap(({ signals }) => signals)
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(SIGNALS))
      const verified = await verifyJournal(desk.services, { progress: () => undefined, signal: new AbortController().signal })
      expect(verified).toMatchObject({ ok: true, differences: [] })
    } finally {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test('FED-02 DSK-08 the demo’s feeds are taken without a bad row', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-demo-taken-'))
  const desk = importDesk()
  try {
    const files = await writeDemoFeeds(folder, { accounts: 300, seed: 5 })
    expect(files.map((file) => basename(file))).toEqual(expect.arrayContaining(['groups.csv', 'submissions.csv', 'answers.csv', 'samples.csv']))
    const { files: taken } = await desk.import(files)
    expect(taken.filter(({ bad, new: fresh }) => bad > 0 || fresh === 0)).toEqual([])
    expect(taken.find(({ kind }) => kind === 'groups')!.new).toBeGreaterThan(100)
  } finally {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('DSK-08 the same seed writes the same feeds, whatever the number of accounts before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-demo-feeds-'))
  const written = async (name: string, accounts: number, seed: number): Promise<Map<string, string>> => {
    const files = await writeDemoFeeds(join(folder, name), { accounts, seed })
    return new Map(files.map((file) => [basename(file), readFileSync(file, 'utf8')]))
  }
  const digest = (files: Map<string, string>): string[] =>
    [...files].map(([name, text]) => `${name} ${createHash('sha256').update(text).digest('hex')}`)
  try {
    const first = await written('a', 60, 9)
    expect(digest(await written('b', 60, 9))).toEqual(digest(first))
    expect(digest(await written('c', 60, 10))).not.toEqual(digest(first))
    const more = await written('d', 80, 9)
    for (const [name, text] of first) expect(more.get(name)!.startsWith(text)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
