import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '@contract/define'
import { renderText } from '@kernel/outbox/render/body'
import { checkSource } from '@kernel/outbox/render/source'
import { instantOf } from '@kernel/calendar/index'
import { LimitsDesk } from '../testing/limits-desk'
import { templates } from './templates'

const TUESDAY = instantOf('2026-11-24', 600, 'Europe/Berlin')

describe.each(templates.map((template) => [template.name, template] as const))('MSG-04 %s', (_name, template) => {
  test.each(LANGUAGES)('in %s uses only known names, the same as in English, and leaves nothing open', (language) => {
    const names = (one: (typeof LANGUAGES)[number]): string[] => {
      const { subject, body } = template.texts[one]
      return [...new Set([subject, ...body].flatMap((source) => [...checkSource(source)]))].sort()
    }
    expect(names(language)).toEqual(names('en'))
    for (const name of names(language)) expect(Object.keys({ ...template.sample, what: 1, used: 1, limit: 1 })).toContain(name)
    const { subject, text } = renderText(template.texts[language], template.sample, { language, greeted: 'Company', signed: 'Platform' })
    expect(subject).not.toBe('')
    expect(subject + text).not.toMatch(/\{\{|\}\}|undefined/)
    if (language !== 'en') expect(template.texts[language].subject).not.toBe(template.texts.en.subject)
  })
})

test.each([
  ['en', 'Your account uses more than its plan includes (message 1 of 3)', '27 November 2026', '€47.00'],
  ['de', 'Ihr Konto nutzt mehr, als sein Tarif enthält (Nachricht 1 von 3)', '27. November 2026', '47,00 €'],
  ['sv', 'Ditt konto använder mer än abonnemanget omfattar (meddelande 1 av 3)', '27 november 2026', '47,00 €'],
  ['cs', 'Váš účet využívá více, než zahrnuje jeho tarif (zpráva 1 ze 3)', '27. listopadu 2026', '47,00 €'],
  ['nb', 'Kontoen din bruker mer enn abonnementet omfatter (melding 1 av 3)', '27. november 2026', '47,00 €'],
])('LIM-03 MSG-04 a warning to a paid account names plan, price and date in %s', async (language, subject, date, price) => {
  const desk = new LimitsDesk(TUESDAY)
  desk.use(desk.account({ plan: 'startup', language }), { contacts: 5702 })
  await desk.tick()
  const [message] = desk.sent
  const text = message?.text.replace(/[\s\u00a0\u202f]+/g, ' ')
  expect(message?.subject).toBe(subject)
  for (const part of ['Webinar', date, price, 'Startup']) expect(text).toContain(part)
  desk.close()
})

test('LIM-07 a warning on Free announces restriction and names no other plan', async () => {
  const desk = new LimitsDesk(TUESDAY)
  desk.use(desk.account(), { contacts: 2431 })
  await desk.tick()
  const text = desk.sent[0]?.text.replace(/\s+/g, ' ') ?? ''
  expect(text).toContain('on 27 November 2026, it will be restricted')
  expect(text).not.toContain('Startup')
  desk.close()
})

test('LIM-08 a consumer without consent is asked, not told', async () => {
  const desk = new LimitsDesk(TUESDAY)
  desk.use(desk.account({ plan: 'startup', consumer: 1 }), { contacts: 5702 })
  await desk.tick()
  expect(desk.sent[0]?.text.replace(/\s+/g, ' ')).toContain('only with your agreement')
  desk.close()
})
