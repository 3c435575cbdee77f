import { describe, expect, it } from 'vitest'
import { go } from '@/app/routes/use-route'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import SettingsScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const MAIL = {
  transport: 'smtp',
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  user: 'reeve',
  passwordHeld: true,
  passwordKept: false,
  from: 'desk@example.com',
  company: 'Nordlicht',
} as const

async function settings(tab: 'mail' | 'operators' | 'scheduler', answers: Answers, roles?: ('reviewer' | 'support' | 'admin')[]) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  go({ screen: 'settings', tab })
  return render(<SettingsScreen />, answers, roles)
}

describe('settings', () => {
  it('show operators to admins only, and say who may', async () => {
    const screen = await settings('operators', {}, ['support'])
    expect(screen.text()).toContain('Only for admins')
    expect(screen.calls.map(({ op }) => op)).not.toContain('access.operators')
  })

  it('let everyone read mail but only admins change it', async () => {
    const screen = await settings('mail', { 'settings.mail': () => MAIL }, ['support'])
    expect(screen.text()).toContain('Admins change this')
    expect(screen.all('fieldset[disabled]')).toHaveLength(1)
    expect(screen.all('button').some(({ textContent }) => textContent === 'Save')).toBe(false)
  })

  it('say that a password is not kept where there is no keychain', async () => {
    const screen = await settings('mail', { 'settings.mail': () => MAIL })
    expect(screen.text()).toContain('This system has no keychain')
    expect(screen.button(/^Save$/).disabled).toBe(true)
  })

  it('SCH-05 show a pause with who, since when and why', async () => {
    const screen = await settings('scheduler', {
      'scheduler.status': () => ({
        now: NOW,
        simulation: false,
        paused: { since: NOW - 3_600_000, by: 'Annika', reason: 'the feed looked wrong' },
        clockCheck: null,
        lastRunAt: null,
        next: null,
        running: false,
        failures: [],
        mail: { transport: 'none', waiting: 0, work: 0, lastProblem: null },
        directives: { waiting: 0, failed: 0 },
      }),
      'scheduler.recent': () => [],
    })
    expect(screen.text()).toContain('Paused by Annika, today 13:06: “the feed looked wrong”')
    expect(screen.button('Go on')).toBeDefined()
    expect(screen.button('Run now').disabled).toBe(true)
  })
})
