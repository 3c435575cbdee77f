import { describe, expect, it } from 'vitest'
import type { MessageView } from '@contract/messages'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import MessagesScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const total = (count: number) => ({ count, atLeast: false })

const MESSAGE: MessageView = {
  id: '00000000-0000-7000-8000-000000000001',
  version: 2,
  key: 'limits/x/1/warning-2',
  accountUuid: '00000000-0000-7000-8000-000000000101',
  accountId: 'A-1',
  company: 'Bokhandeln Önneby',
  template: 'limits.warning',
  language: 'sv',
  subject: 'Ditt konto',
  state: 'unknown',
  plannedAt: NOW - 7_200_000,
  nextAttemptAt: null,
  attempts: 1,
  sentAt: null,
  bouncedAt: null,
  problem: 'connection_lost',
  waits: null,
  to: 'info@example.se',
  from: 'desk@example.com',
  messageId: '<1@example.com>',
  text: 'Hej',
  html: '<p>Hej</p><script>alert(1)</script>',
  rule: 'LIM-03',
}

function answers(more: Answers = {}): Answers {
  return {
    'messages.list': () => ({ rows: [MESSAGE], cursor: null }),
    'messages.get': () => MESSAGE,
    'messages.totals': () => ({
      planned: total(4),
      sending: total(0),
      sent: total(9),
      retry: total(0),
      failed: total(0),
      unknown: total(1),
      withdrawn: total(0),
      work: total(1),
    }),
    ...more,
  }
}

async function messages(more: Answers = {}, roles?: ('reviewer' | 'support' | 'admin')[]) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<MessagesScreen />, answers(more), roles)
}

describe('Messages', () => {
  it('begins with what needs a person', async () => {
    const screen = await messages()
    expect(screen.calls.find(({ op }) => op === 'messages.list')?.input).toMatchObject({ work: true })
    expect(screen.text()).toContain('Warning 2: over the limit')
    expect(screen.text()).toContain('connection lost')
  })

  it('shows the HTML part without scripts, forms or an origin', async () => {
    const screen = await messages()
    const frame = screen.find('iframe')
    expect(frame.getAttribute('sandbox')).toBe('')
    expect(frame.hasAttribute('srcdoc')).toBe(true)
  })

  it('MSG-01 takes a person’s word for an unknown message, with how they know', async () => {
    const screen = await messages({ 'messages.was_delivered': () => null })
    await screen.click(screen.button('Was delivered'))
    expect(screen.text()).toContain('It then counts as handed over')
    expect(
      screen
        .all('button')
        .filter((button) => button.textContent?.startsWith('Was delivered'))
        .at(-1)
        ?.hasAttribute('disabled'),
    ).toBe(true)
  })

  it('lets a reviewer read but settle nothing', async () => {
    const screen = await messages({}, ['reviewer'])
    expect(screen.text()).toContain('Support and admins settle messages.')
    expect(screen.all('button').some((button) => button.textContent?.startsWith('Was delivered'))).toBe(false)
  })
})
