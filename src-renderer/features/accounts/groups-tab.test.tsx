import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { Role } from '@contract/define'
import type { ReviewRow } from '@contract/reviews'
import { setClock } from '@/app/session/clock'
import { useRegistry } from '@/app/shortcuts/registry'
import { setPlace } from '@/kit/format/use-format'
import { render, type Rendered } from '@/testing/rendering'
import { RecordDialogs, type Recording } from '@/features/reviews'
import { GroupsTab, useReviewedGroups } from './groups-tab'
import { useRecordEntries } from './record-entries'
import { byGroup } from './review-groups'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const ACCOUNT = '00000000-0000-7000-8000-000000000101'
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const row = (n: number, groupName: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id: id(n),
  version: 1,
  scope: 'group',
  state: 'pending',
  groupId: `g-${groupName}`,
  groupName,
  accountUuid: ACCOUNT,
  accountId: 'A-1',
  company: 'Partneři II',
  language: 'cs',
  receivers: 1204,
  method: 'web_form',
  submittedAt: NOW - 3_600_000,
  changedAt: NOW,
  changed: false,
  round: 1,
  sla: { dueAt: NOW + 3_600_000 * 2, overdue: false, stopped: false, remainingMs: null, why: null },
  completeness: 60,
  signals: { against: 0, note: 0, for: 0, worst: null },
  claim: null,
  snoozedUntil: null,
  held: null,
  decidedAt: null,
  decidedBy: null,
  ...more,
})

const ROWS = [
  row(5, 'Newsletter'),
  row(4, 'Fair', { state: 'query', sla: { dueAt: null, overdue: false, stopped: true, remainingMs: 3_600_000, why: null } }),
  row(3, 'Old', {
    state: 'accepted',
    decidedAt: NOW - 86_400_000,
    decidedBy: 'Anna',
    sla: { dueAt: null, overdue: false, stopped: false, remainingMs: null, why: null },
  }),
  row(2, 'Newsletter', { state: 'rejected', decidedAt: NOW - 2 * 86_400_000, decidedBy: 'Anna' }),
]

function Tab() {
  const [recording, setRecording] = useState<Recording | null>(null)
  const groups = useReviewedGroups(ACCOUNT)
  useRecordEntries(groups.rows, setRecording)
  return (
    <>
      <GroupsTab groups={groups} onRecord={setRecording} />
      <RecordDialogs recording={recording} onClose={() => setRecording(null)} />
    </>
  )
}

async function tab(roles: Role[] = ['support']): Promise<Rendered> {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<Tab />, { 'reviews.of_account': () => ({ rows: ROWS, cursor: null }) }, roles)
}
const palette = (): string[] =>
  [...useRegistry.getState().sets.values()]
    .flat()
    .filter(({ palette: listed, enabled }) => listed !== false && enabled !== false)
    .map(({ label }) => label)

describe('the groups of an account', () => {
  it('REV-09 stand once each, with the review that counts and the ones before', () => {
    expect(byGroup(ROWS).map(({ current, earlier }) => [current.id, earlier.map((one) => one.id)])).toEqual([
      [id(5), [id(2)]],
      [id(4), []],
      [id(3), []],
    ])
    // After the clock was set back the open review has a smaller id than the one decided before.
    expect(byGroup([row(9, 'A', { state: 'rejected' }), row(8, 'A')])[0]?.current.id).toBe(id(8))
  })

  it('show state, receivers, time left and the last decision', async () => {
    const screen = await tab()
    expect(screen.all('[data-row]')).toHaveLength(3)
    expect(screen.text()).toContain('In queue')
    expect(screen.text()).toContain('Query open')
    expect(screen.text()).toContain('1,204')
    expect(screen.text()).toContain('2 h 00')
    expect(screen.text()).toContain('Anna')
  })

  it('open on the reviews screen, in the list where they stand', async () => {
    const screen = await tab()
    await screen.press('j')
    await screen.press('j')
    await screen.press('Enter')
    expect(window.location.hash).toBe('#/reviews')
    expect(new URLSearchParams(window.location.search).get('tab')).toBe('query')
    expect(new URLSearchParams(window.location.search).get('id')).toBe(id(4))
  })

  it('REV-02 let support record from the keyboard and the palette, where the customer can still say something', async () => {
    const screen = await tab()
    expect(palette()).toEqual(
      expect.arrayContaining(['Record a submission for Newsletter…', 'Record an answer for Fair…', 'Record a submission for Fair…']),
    )
    expect(palette()).not.toContain('Record a submission for Old…')
    await screen.press('j')
    await screen.press('r')
    expect(screen.find('[role="dialog"]').textContent).toContain('Record a submission for Newsletter')
  })

  it('REV-08 tell everyone else who may', async () => {
    const screen = await tab(['reviewer'])
    expect(screen.text()).toContain('Support records submissions and answers.')
    expect(palette().filter((label) => label.startsWith('Record'))).toEqual([])
    await screen.press('j')
    await screen.press('r')
    expect(screen.all('[role="dialog"]')).toHaveLength(0)
  })
})
