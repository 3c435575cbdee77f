import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '@contract/define'
import { REPLY_PLACEHOLDERS } from '@contract/reviews'
import { createDesk, DATABASE_FILE } from '@desk/create-desk'
import { START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import { migrate, MIGRATIONS, openDatabase } from '@kernel/database/index'
import { checkReplay, eventRegistry } from '@kernel/journal/index'
import { repliesOf } from '../replies/replies'
import { SHIPPED_REPLIES } from '../replies/shipped'
import { SHIPPED_REASONS } from './shipped'
import { policyOf, reasonWords } from './words'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(async () => {
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, differences: [] })
  await workspace.close()
})

const CODES = [
  'bought_or_rented',
  'harvested',
  'single_opt_in',
  'verbal_consent',
  'business_without_permission',
  'event_or_exhibitor_list',
  'social_network',
  'partner_without_own_consent',
  'consent_wording',
  'too_old',
  'prize_draw',
  'false_statements',
  'other',
]
const policy = (language?: (typeof LANGUAGES)[number]) => workspace.call('reviews.policy', { language })
const kinds = async (): Promise<string[]> =>
  (await workspace.call('journal.list', { kind: 'reviews.policy_saved' })).rows.map(({ actorName }) => actorName ?? '')

describe('REV-20 the policy catalogue', () => {
  it('ships all thirteen reasons with title and guidance in five languages, each its own text', async () => {
    expect(SHIPPED_REASONS.map(({ code }) => code)).toEqual(CODES)
    const texts = new Set<string>()
    for (const language of LANGUAGES) {
      const { reasons } = await policy(language)
      expect(reasons.map(({ code, active, version }) => [code, active, version])).toEqual(CODES.map((code) => [code, true, 1]))
      for (const { title, guidance } of reasons) {
        expect([title.length >= 4, title.length <= 200, guidance.length >= 80, guidance.length <= 4000]).toEqual([true, true, true, true])
        texts.add(`${language} ${title}`).add(guidance)
      }
    }
    expect(texts.size).toBe(CODES.length * LANGUAGES.length * 2)
  })

  it('is edited by an admin alone, journaled, one language at a time; the version counts up', async () => {
    const { version, reasons } = await policy('de')
    const { id, code } = reasons[0]!
    const edit = { id, code, title: 'Gekaufte Liste', guidance: 'Kurz.', active: false, language: 'de' as const }
    expect(await workspace.refused('reviews.save_reason', edit, { session: workspace.as('reviewer') })).toMatchObject({ kind: 'denied' })
    await workspace.call('reviews.save_reason', edit)
    expect((await policy('de')).reasons[0]).toEqual({ id, code, title: 'Gekaufte Liste', guidance: 'Kurz.', active: false, version: 2 })
    expect((await policy('en')).reasons[0]).toMatchObject({ title: 'Bought or rented list', active: false })
    expect((await policy('de')).version).toBe(version + 1)
    expect((await kinds())[0]).toBe('Test admin')
    expect(await workspace.refused('reviews.save_reason', { ...edit, code: 'another' })).toMatchObject({ code: 'reason_code_fixed' })
    expect(await workspace.refused('reviews.save_reason', { ...edit, id: null })).toMatchObject({ code: 'reason_code_taken' })
  })

  it('takes new reasons, which speak the language they were written in until translated', async () => {
    const { id } = await workspace.call('reviews.save_reason', {
      code: 'referrals',
      title: 'Referrals',
      guidance: 'Friends of friends.',
      active: true,
    })
    expect((await policy('cs')).reasons.at(-1)).toMatchObject({ id, code: 'referrals', title: 'Referrals' })
    await workspace.call('reviews.save_reason', {
      id,
      code: 'referrals',
      title: 'Doporučení',
      guidance: 'Známí známých.',
      active: true,
      language: 'cs',
    })
    const { db } = workspace.desk.services
    expect([reasonWords(db, id, 'cs').title, reasonWords(db, id, 'en').title, reasonWords(db, id, 'nb').title]).toEqual([
      'Doporučení',
      'Referrals',
      'Referrals',
    ])
  })

  it('comes to a workspace from before it on opening, once, with the replies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reeve-before-'))
    const before = openDatabase(join(folder, DATABASE_FILE))
    migrate(before, null, MIGRATIONS.slice(0, 1))
    for (const [key, value] of Object.entries({ workspace: 'w', simulation: '1', demo: '0' }))
      before.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value)
    before.run('INSERT INTO simulation_clock (only, now) VALUES (1, ?)', START)
    before.close()
    const found: [number, number][] = []
    for (let opening = 0; opening < 2; opening += 1) {
      const desk = createDesk({ folder })
      const { db, events, decisionTables } = desk.services
      found.push([policyOf(db, 'en').reasons.length, repliesOf(db, null).length])
      const replay = checkReplay(db, eventRegistry(events), decisionTables)
      let step = replay.next()
      while (step.done !== true) step = replay.next()
      expect(step.value).toEqual([])
      await desk.close()
    }
    const whole = [CODES.length, SHIPPED_REPLIES.length * LANGUAGES.length]
    expect(found).toEqual([whole, whole])
    rmSync(folder, { recursive: true })
  })
})

describe('REV-15 saved replies', () => {
  it('ship for queries and rejections in five languages, with placeholders that are known', async () => {
    for (const language of LANGUAGES) {
      const replies = await workspace.call('reviews.replies', { language })
      expect(replies).toHaveLength(SHIPPED_REPLIES.length)
      expect(new Set(replies.map(({ kind }) => kind))).toEqual(new Set(['query', 'reject']))
      for (const { text } of replies) {
        const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        expect(named.length).toBeGreaterThan(0)
        expect(named.filter((name) => !(REPLY_PLACEHOLDERS as readonly (string | undefined)[]).includes(name))).toEqual([])
      }
    }
  })

  it('say the same in every language: the same placeholders', () => {
    for (const { words } of SHIPPED_REPLIES) {
      const named = LANGUAGES.map((language) => [...new Set(words[language][1].match(/\{\{\w+\}\}/g))].sort().join())
      expect(new Set(named).size).toBe(1)
    }
  })

  it('are written, changed and removed by reviewers and admins', async () => {
    const reviewer = { session: workspace.as('reviewer') }
    const reply = { kind: 'query', language: 'en', title: 'A Question', text: 'Dear {{company}}?' } as const
    expect(await workspace.refused('reviews.save_reply', reply, { session: workspace.as('support') })).toMatchObject({ kind: 'denied' })
    const { id } = await workspace.call('reviews.save_reply', reply, reviewer)
    await workspace.call('reviews.save_reply', { ...reply, id, title: 'Another' }, reviewer)
    expect((await workspace.call('reviews.replies', { language: 'en' })).find((one) => one.id === id)).toEqual({
      ...reply,
      id,
      title: 'Another',
      version: 2,
    })
    await workspace.call('reviews.remove_reply', { id }, reviewer)
    expect(await workspace.refused('reviews.remove_reply', { id }, reviewer)).toMatchObject({ code: 'reply_missing' })
  })
})
