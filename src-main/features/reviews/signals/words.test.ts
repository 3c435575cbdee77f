import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@contract/define'
import { SIGNALS } from '@contract/reviews'
import { SEEN } from './seen'

describe('DSK-05 words of the signals', () => {
  const texts = (language: string): Record<string, Record<string, string>> =>
    JSON.parse(readFileSync(fileURLToPath(new URL(`../../../../src-renderer/locales/${language}/signals.json`, import.meta.url)), 'utf8')) as Record<
      string,
      Record<string, string>
    >

  it.each(LANGUAGES)('%s: a title, why it matters, and everything that can be seen, and no more', (language) => {
    const words = texts(language)
    expect(Object.keys(words).sort()).toEqual([...SIGNALS].sort())
    for (const id of SIGNALS) expect([id, Object.keys(words[id]!).sort()]).toEqual([id, ['title', 'why', ...Object.keys(SEEN[id])].sort()])
  })

  it('fills in only what a signal brings along', () => {
    const words = texts('en')
    const brought: Record<string, readonly string[]> = {
      form_link: ['address', 'domain', 'host'],
      form_domain: ['form', 'account'],
      sender_domain: ['sender', 'other'],
      account_address: ['domain', 'other'],
      sample_roles: ['roles', 'addresses', 'percent'],
      sample_malformed: ['malformed', 'addresses', 'percent'],
      typo_domain: ['domain', 'meant', 'typos', 'addresses', 'percent'],
      shared_form: ['accounts'],
      earlier_rejections: ['rejected', 'accepted'],
      list_size: ['receivers', 'limit', 'plan'],
      growth: ['before', 'receivers', 'days'],
    }
    for (const [id, said] of Object.entries(words))
      for (const text of Object.values(said))
        for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) expect([id, brought[id] ?? []]).toEqual([id, expect.arrayContaining([name])])
  })
})
