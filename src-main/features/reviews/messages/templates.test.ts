import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '@contract/define'
import { METHODS } from '@contract/reviews'
import { renderText } from '@kernel/outbox/render/body'
import { checkSource } from '@kernel/outbox/render/source'
import { missingOf, type Given } from '../completeness'
import { templates } from './templates'
import { METHOD_NAMES, PARTS } from './texts'

const HOSTILE = '<b>{{group}}</b> {{{due}}} {{#items}} & "x"'
const ESCAPED = '&lt;b&gt;{{group}}&lt;/b&gt; {{{due}}} {{#items}} &amp; &quot;x&quot;'
const FRAME = { greeted: 'Company', signed: 'Platform' }
const OFF = { due: null, reviewing: true, anew: true, was_accepted: false }

describe.each(templates.map((template) => [template.name, template] as const))('MSG-04 %s', (_name, { texts, sample }) => {
  const names = (one: Language): string[] => [...new Set([texts[one].subject, ...texts[one].body].flatMap((source) => [...checkSource(source)]))].sort()

  test.each(LANGUAGES)('in %s uses only known names, the same as in English, and leaves nothing open', (language) => {
    expect(names(language)).toEqual(names('en'))
    for (const name of names(language)) expect(Object.keys({ ...sample, what: 1, line: 1 })).toContain(name)
    if (language !== 'en') expect(texts[language].subject).not.toBe(texts.en.subject)
    for (const values of [sample, { ...sample, ...OFF }]) {
      const { subject, text, html } = renderText(texts[language], values, { ...FRAME, language })
      expect(subject).toContain('Newsletter 2026')
      expect(subject + text + html).not.toMatch(/\{\{|\}\}|undefined|\bnull\b| [.,]| {2}\w/)
    }
  })

  test.each(LANGUAGES)('in %s shows hostile values as they are', (language) => {
    const hostile = { ...sample, group: HOSTILE, source: HOSTILE, items: [{ what: HOSTILE }], written: [{ line: HOSTILE }] }
    const { subject, text, html } = renderText(texts[language], hostile, { ...FRAME, language })
    expect(subject).toContain(HOSTILE)
    expect(text.replace(/\s+/g, ' ')).toContain(HOSTILE)
    expect(html).toContain(ESCAPED)
    expect(html).not.toContain('<b>')
  })
})

test.each(METHODS)('REV-02 everything that can be missing of %s has a name, as the method has', (method) => {
  const nothing = { policyConfirmed: false, method, hasContact: false, doubleOptIn: null }
  const missing = missingOf(new Proxy(nothing, { get: (given, name) => Reflect.get(given, name) ?? null }) as Given)
  expect(missing.length).toBeGreaterThan(2)
  for (const part of missing) expect(Object.keys(PARTS)).toContain(part)
  for (const language of LANGUAGES) expect(METHOD_NAMES[method][language]).not.toBe('')
})
