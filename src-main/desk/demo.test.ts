import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { fillDemo, writeDemoFeeds } from '@features/demo/index'
import { verifyJournal } from '@features/journal/index'
import { createOperator } from '@kernel/access/index'
import { createDesk } from './create-desk'
import { createWorkspace } from './create-workspace'

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
