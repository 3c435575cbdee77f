import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { Role } from '@contract/define'
import type { PolicyReason, SavedReply } from '@contract/reviews'
import type { SettingsTab } from '@/app/routes/route'
import { go } from '@/app/routes/use-route'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers, type Rendered } from '@/testing/rendering'
import { piecesOf, unknownIn } from './placeholders'
import SettingsScreen from './screen'

const REASON: PolicyReason = {
  id: '00000000-0000-7000-8000-000000000301',
  code: 'bought_list',
  title: 'Bought or rented list',
  guidance: 'Nobody on it consented.',
  active: true,
  version: 2,
}
const REPLY: SavedReply = {
  id: '00000000-0000-7000-8000-000000000401',
  kind: 'query',
  language: 'de',
  title: 'Formular fehlt',
  text: 'Für „{{group}}“ von {{firm}}',
  version: 1,
}

const answers: Answers = {
  'reviews.settings': () => ({ undoSeconds: 10, claimMinutes: 15, sampleDays: 30 }),
  'reviews.policy': ({ language }) => ({ version: 14, reasons: [language === 'de' ? { ...REASON, title: 'Gekaufte Liste' } : REASON] }),
  'reviews.replies': () => [REPLY],
  'reviews.save_reason': () => ({ id: REASON.id }),
  'reviews.save_reply': () => ({ id: REPLY.id }),
  'reviews.remove_reply': () => null,
  'reviews.set_settings': () => null,
}

async function settings(tab: SettingsTab, roles: Role[] = ['admin']): Promise<Rendered> {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  go({ screen: 'settings', tab })
  return render(<SettingsScreen />, answers, roles)
}

async function write(screen: Rendered, label: string, text: string): Promise<void> {
  const found = screen.all('label').find(({ textContent }) => textContent === label) as HTMLLabelElement | undefined
  const control = document.getElementById(found?.htmlFor ?? '')!
  const prototype = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, text)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function openFirst(screen: Rendered): Promise<void> {
  await screen.press('j')
  await screen.press('Enter')
}
const sent = (screen: Rendered, op: string): unknown[] => screen.calls.filter((call) => call.op === op).map(({ input }) => input)

describe('REV-13 REV-14 REV-17 how reviews are set', () => {
  it('is saved by an admin', async () => {
    const screen = await settings('reviews')
    await write(screen, 'Seconds to undo a decision', '20')
    await screen.click(screen.button(/^Save$/))
    expect(sent(screen, 'reviews.set_settings')).toEqual([{ undoSeconds: 20, claimMinutes: 15, sampleDays: 30 }])
  })

  it('is read by everyone else, who is told who may', async () => {
    const screen = await settings('reviews', ['reviewer'])
    expect(screen.text()).toContain('Admins change this')
    expect(screen.all('fieldset[disabled]')).toHaveLength(1)
  })
})

describe('REV-20 the policy catalogue', () => {
  it('shows its version and each reason with its own', async () => {
    const screen = await settings('policy')
    expect(screen.text()).toContain('Catalogue version 14')
    expect(screen.text()).toContain('Bought or rented list')
  })

  it('saves the words of the languages that were changed, and no others', async () => {
    const screen = await settings('policy')
    await openFirst(screen)
    expect(screen.button('Save reason').disabled).toBe(true)
    await write(screen, 'Title', 'Bought list')
    await screen.click(screen.find('input[type="radio"][value="de"]'))
    await write(screen, 'Guidance', 'Neu')
    expect(screen.text()).toContain('Saves the words in: English and Deutsch')
    await screen.click(screen.button('Save reason'))
    const same = { id: REASON.id, code: 'bought_list', active: true }
    expect(sent(screen, 'reviews.save_reason')).toEqual([
      { ...same, title: 'Bought list', guidance: 'Nobody on it consented.', language: 'en' },
      { ...same, title: 'Gekaufte Liste', guidance: 'Neu', language: 'de' },
    ])
    expect(screen.all('[role="dialog"]')).toHaveLength(0)
  })

  it('says which language lacks words, and saves nothing', async () => {
    const screen = await settings('policy')
    await openFirst(screen)
    await write(screen, 'Title', ' ')
    expect(screen.text()).toContain('Title and guidance are needed: English')
    expect(screen.button('Save reason').disabled).toBe(true)
  })

  it('takes a new one with a code as the contract wants it', async () => {
    const screen = await settings('policy')
    await screen.press('n')
    await write(screen, 'Title', 'Scraped')
    await write(screen, 'Guidance', 'From web pages.')
    await write(screen, 'Code', 'Scraped!')
    expect(screen.text()).toContain('Small letters, digits and underscores')
    expect(screen.button('Save reason').disabled).toBe(true)
    await write(screen, 'Code', 'scraped')
    await screen.press('Enter', { ctrlKey: true })
    expect(sent(screen, 'reviews.save_reason')).toEqual([
      { id: null, code: 'scraped', title: 'Scraped', guidance: 'From web pages.', active: true, language: 'en' },
    ])
  })

  it('no longer offers a reason', async () => {
    const screen = await settings('policy')
    await screen.click(screen.button('Actions for Bought or rented list'))
    await screen.click(screen.all('[role="menuitem"]').find(({ textContent }) => textContent === 'No longer offer')!)
    expect(sent(screen, 'reviews.save_reason')).toMatchObject([{ id: REASON.id, active: false, language: 'en' }])
  })

  it('is read by everyone else', async () => {
    const screen = await settings('policy', ['reviewer'])
    await openFirst(screen)
    expect(screen.all('[role="dialog"]')).toHaveLength(0)
    expect(screen.text()).toContain('Admins change this')
    expect(screen.all('button').some(({ textContent }) => textContent.startsWith('Add reason'))).toBe(false)
  })
})

describe('REV-15 saved replies', () => {
  it('inserts a placeholder and marks what nothing fills', async () => {
    const screen = await settings('replies', ['reviewer'])
    await openFirst(screen)
    expect(screen.text()).toContain('Nothing fills {{firm}}')
    expect(screen.all('mark[data-kind="unknown"]').map(({ textContent }) => textContent)).toEqual(['{{firm}}'])
    await write(screen, 'Text', 'Für ')
    await screen.click(screen.button('Company'))
    await screen.click(screen.button('Save reply'))
    expect(sent(screen, 'reviews.save_reply')).toEqual([
      { id: REPLY.id, kind: 'query', language: 'de', title: 'Formular fehlt', text: 'Für {{company}}' },
    ])
  })

  it('removes one after asking', async () => {
    const screen = await settings('replies')
    await screen.click(screen.button('Actions for Formular fehlt'))
    await screen.click(screen.all('[role="menuitem"]').find(({ textContent }) => textContent.startsWith('Remove'))!)
    expect(sent(screen, 'reviews.remove_reply')).toEqual([])
    await screen.click(screen.button('Remove reply'))
    expect(sent(screen, 'reviews.remove_reply')).toEqual([{ id: REPLY.id }])
  })

  it('tells support who may', async () => {
    const screen = await settings('replies', ['support'])
    await openFirst(screen)
    expect(screen.text()).toContain('Admins and reviewers change these')
    expect(screen.all('[role="dialog"]')).toHaveLength(0)
  })

  it('takes placeholders as the desk does, spaces and all', () => {
    expect(unknownIn('{{ company }} {{x}} {{x}} {{}} {group}')).toEqual(['{{x}}', '{{}}'])
    expect(piecesOf('a {{ group }}', { group: 'G' })).toEqual([
      { text: 'a ', kind: 'text' },
      { text: 'G', kind: 'known' },
    ])
  })
})
