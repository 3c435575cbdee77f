import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { WorkspaceStatus } from '@contract/workspace'
import { useLock } from '@/app/session/lock'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import { FirstRun, RecoveryCode, SignIn, useRecoveryCode } from './index'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const ID = '00000000-0000-7000-8000-000000000001'
const STATUS: WorkspaceStatus = {
  state: 'none',
  folder: '/data/reeve',
  demo: false,
  demoExists: false,
  demoOpening: false,
  simulation: false,
  problem: null,
  zone: 'Europe/Berlin',
  now: NOW,
  version: '0.1.0',
  language: 'en',
  operators: [
    { id: ID, name: 'Annika Bergström', shortName: 'annika' },
    { id: '00000000-0000-7000-8000-000000000002', name: 'Tomáš Dvořák', shortName: 'tomas' },
  ],
}
const PASSPHRASE = 'kvällsflöjt under granarna'

async function write(label: string, text: string): Promise<void> {
  const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
  const field = document.getElementById(named?.htmlFor ?? '') as HTMLInputElement
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

afterEach(() =>
  act(() => {
    useRecoveryCode.setState({ code: null, name: '' })
    useLock.setState({ ground: null, operatorId: null })
  }),
)

describe('first run (DSK-07)', () => {
  it('makes the first admin once the passphrase is long enough and written twice', async () => {
    const screen = await render(<FirstRun status={STATUS} />, { 'workspace.create': () => ({ recoveryCode: 'ABCD-EFGH', operatorId: ID }) })
    await write('Name', 'Annika Bergström')
    await write('Passphrase', 'too short')
    await write('Once more', 'too short')
    expect(screen.button('Create workspace').disabled).toBe(true)
    await write('Passphrase', PASSPHRASE)
    expect(screen.text()).toContain('Not the same yet')
    await write('Once more', PASSPHRASE)
    await screen.click(screen.button('Create workspace'))
    expect(screen.calls.find(({ op }) => op === 'workspace.create')?.input).toEqual({
      name: 'Annika Bergström',
      shortName: 'annika',
      passphrase: PASSPHRASE,
      language: 'en',
    })
    expect(useRecoveryCode.getState().code).toBe('ABCD-EFGH')
  })

  it('shows the recovery code until it is said to be written down', async () => {
    useRecoveryCode.setState({ code: 'ABCD-EFGH', name: 'Annika' })
    const screen = await render(<RecoveryCode />, {})
    expect(screen.text()).toContain('ABCD-EFGH')
    expect(screen.button('Continue').disabled).toBe(true)
    await screen.click(screen.find('input[type="checkbox"]'))
    await screen.click(screen.button('Continue'))
    expect(useRecoveryCode.getState().code).toBeNull()
  })
})

describe('sign-in (DSK-07)', () => {
  async function signIn(answers: Answers, status: Partial<WorkspaceStatus> = {}) {
    setPlace({ zone: 'Europe/Berlin', language: 'en' })
    setClock(NOW, true)
    return render(<SignIn status={{ ...STATUS, state: 'ready', ...status }} failure={null} />, answers)
  }

  it('offers first whoever was locked out, and says when the next try is', async () => {
    useLock.setState({ ground: 'idle', operatorId: ID })
    const screen = await signIn({ 'access.sign_in': { kind: 'denied', code: 'throttled', params: { until: NOW + 60_000 } } })
    expect(screen.text()).toContain('Locked: nobody typed or clicked for a while')
    const field = screen.find('input') as HTMLInputElement
    expect(field.getAttribute('aria-label')).toBe('Passphrase of Annika Bergström')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    await act(async () => {
      set?.call(field, 'wrong')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await screen.click(screen.button('Unlock'))
    expect(screen.text()).toContain('Too many tries. Next try: today 14:07.')
    expect(field.value).toBe('')
  })

  it('enters the demo without a passphrase', async () => {
    const screen = await signIn({ 'workspace.open_demo': () => ({ operatorId: ID }) }, { demo: true, simulation: true })
    expect(screen.all('input')).toHaveLength(0)
    await screen.click(screen.button('Enter the demo again'))
    expect(screen.calls.map(({ op }) => op)).toContain('workspace.open_demo')
  })
})
