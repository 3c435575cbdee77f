import { describe, expect, it } from 'vitest'
import type { EntryRow, VerifyResult } from '@contract/journal'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import JournalScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')

const ENTRY: EntryRow = {
  seq: 1204,
  id: '00000000-0000-7000-8000-000000000001',
  at: NOW,
  actor: 'scheduler',
  actorName: 'scheduler',
  kind: 'limits.restricted',
  entity: '00000000-0000-7000-8000-000000000002',
  accountUuid: '00000000-0000-7000-8000-000000000101',
  company: 'Goldschmiede',
  version: 5,
  rule: 'LIM-07',
  before: 'warning',
  after: 'enforced',
  body: { due: NOW + 1000 },
  detail: null,
  erased: true,
  hash: 'ab'.repeat(32),
}

async function journal(more: Answers = {}) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<JournalScreen />, {
    'journal.list': () => ({ rows: [ENTRY], cursor: null }),
    'journal.total': () => ({ count: 1, atLeast: false }),
    'journal.facets': () => ({ kinds: ['limits.restricted'], actors: [], rules: ['LIM-07'] }),
    'plans.list': () => [],
    ...more,
  })
}

const verified = (result: VerifyResult): Answers => ({ 'journal.verify': () => result })

describe('Journal', () => {
  it('JNL-01 shows who, what, rule, before → after, and that details were erased', async () => {
    const screen = await journal()
    expect(screen.text()).toContain('Restricted: being warned → enforced')
    expect(screen.text()).toContain('Scheduler')
    expect(screen.text()).toContain('The details were erased.')
    expect(screen.text()).toContain('ab'.repeat(32))
  })

  it('JNL-02 verifies by V and says clearly that the journal is intact', async () => {
    const screen = await journal(verified({ ok: true, entries: 1204, firstBroken: null, differences: [] }))
    await screen.press('v')
    expect(screen.text()).toContain('The journal is intact.')
    expect(screen.text()).toContain('1,204 entries checked')
  })

  it('JNL-02 names the first broken entry and what differs', async () => {
    const screen = await journal(
      verified({ ok: false, entries: 1204, firstBroken: 77, differences: [{ table: 'limit_case', id: 'x', problem: 'missing' }] }),
    )
    await screen.press('v')
    expect(screen.text()).toContain('The chain breaks at entry 77.')
    expect(screen.text()).toContain('1 decision differs from the journal.')
    expect(screen.text()).toContain('is missing')
  })
})
