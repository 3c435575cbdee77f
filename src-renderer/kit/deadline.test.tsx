import { expect, it } from 'vitest'
import { setPlace } from '@/kit/format/use-format'
import { render } from '@/testing/rendering'
import { Deadline } from './deadline'

it('SCH-04 shows a deadline as the sum it is', async () => {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  const start = Date.parse('2026-11-24T15:30:00Z')
  const dueAt = Date.parse('2026-11-25T11:30:00Z')
  const parts = [
    { code: 'start', params: { at: start } },
    { code: 'at_least_hours', params: { hours: 20 } },
    { code: 'next_local_day', params: { date: '2026-11-25' } },
    { code: 'window', params: { from: 540, to: 1020 } },
    { code: 'result', params: { at: dueAt } },
  ]
  const shown = await render(<Deadline why={{ dueAt, zone: 'Europe/Berlin', parts }} />, {})
  expect(shown.text()).toContain('Tue 24 Nov 16:30 + at least 20 h + not before Wed 25 Nov + between 09:00 and 17:00 → Wed 25 Nov 12:30')
})
