import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '@contract/define'
import { renderText, type Frame } from './body'
import { compose, type Letter } from './compose'
import { formatDate, formatDay, formatInstant, formatMoney, formatNumber } from './format'
import { checkSource, fill, TemplateFault } from './source'

const frame: Frame = { language: 'de', greeted: 'Müller & Söhne <GmbH>', signed: 'Platform' }
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('MSG-04 sources', () => {
  test.each(['{{{name}}}', '{{&name}}', '{{> other}}', '{{=<% %>=}}', '{{#open}}', '{{name'])('refuses %s', (source) => {
    expect(() => checkSource(source)).toThrow(TemplateFault)
  })

  test('names what a text uses, sections included', () => {
    expect([...checkSource('{{a}} {{#b}}{{c}}{{/b}}{{^d}}x{{/d}}')]).toEqual(['a', 'b', 'c', 'd'])
  })

  test('escapes every value and the text’s own words in HTML, and nothing in plain text', () => {
    const values = { name: `<b onclick="x">'&'</b>` }
    expect(fill('A & B: {{name}}', values, 'html')).toBe('A &amp; B: &lt;b onclick=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;')
    expect(fill('A & B: {{name}}', values, 'text')).toBe(`A & B: <b onclick="x">'&'</b>`)
  })

  test('a value is never a template itself, and never more than one line', () => {
    expect(fill('{{a}}', { a: '{{b}}\r\n- {{{b}}}\u2028\u202e!', b: 'no' }, 'text')).toBe('{{b}} - {{{b}}} !')
  })

  test('no value can put a tag into the HTML part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, company) => {
        const { html } = renderText(
          { subject: '{{value}}', body: ['{{value}}', '- {{value}}'] },
          { value },
          { ...frame, greeted: company, signed: company },
        )
        const tags = html.match(/<[^>]*>/g) ?? []
        const known = /^<(!doctype html|\/?(html|head|body|div|p|ul|li|title)|br|hr|meta|p|html|body|div)( [^<>]*)?>$/
        expect(tags.filter((tag) => !known.test(tag))).toEqual([])
        expect(html).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
      }),
    )
  })
})

describe('MSG-04 two parts', () => {
  const template = {
    subject: 'Konto {{account}}',
    body: ['Ihr Tarif: {{plan}}.', 'Überschritten:\n{{#over}}- {{what}}: {{used}}\n{{/over}}', '{{#paid}}Nur bezahlt.{{/paid}}'],
  }
  const values = {
    account: 'A-1',
    plan: 'Free',
    over: [
      { what: 'Kontakte', used: '2.001' },
      { what: '<Trichter>', used: '6' },
    ],
    paid: false,
  }

  test('hold the same, lists as lists, empty paragraphs left out', () => {
    const { subject, text, html } = renderText(template, values, frame)
    expect(subject).toBe('Konto A-1')
    expect(text).toBe(
      [
        'Guten Tag Müller & Söhne <GmbH>,',
        '',
        'Ihr Tarif: Free.',
        '',
        'Überschritten:',
        '- Kontakte: 2.001',
        '- <Trichter>: 6',
        '',
        'Freundliche Grüße',
        'Platform',
        '',
        '-- ',
        'Diese Nachricht wurde automatisch versandt, weil sie Ihr Konto betrifft. Bei',
        'Fragen wenden Sie sich bitte an unseren Support.',
        '',
      ].join('\n'),
    )
    expect(html).toContain('<p>Guten Tag Müller &amp; Söhne &lt;GmbH&gt;,</p>')
    expect(html).toContain('<ul>\n<li>Kontakte: 2.001</li>\n<li>&lt;Trichter&gt;: 6</li>\n</ul>')
    expect(html).toContain('<html lang="de">')
    expect(html).not.toContain('Nur bezahlt')
  })

  test('blank lines between values part paragraphs in both', () => {
    const lines = ['One', '', ' ', 'Two <b>', '- three'].map((line) => ({ line }))
    const { text, html } = renderText({ subject: 's', body: ['{{#lines}}{{line}}\n{{/lines}}'] }, { lines }, frame)
    expect(text).toContain('\n\nOne\n\nTwo <b>\n- three\n\n')
    expect(html).toContain('<p>One</p>\n<p>Two &lt;b&gt;</p>\n<ul>\n<li>three</li>\n</ul>')
  })

  test('greet and sign in every language', () => {
    const greetings = LANGUAGES.map(
      (language) => renderText({ subject: 's', body: ['b'] }, {}, { ...frame, language, greeted: 'A$&B' }).text.split('\n')[0],
    )
    expect(greetings).toEqual(['Hello A$&B,', 'Guten Tag A$&B,', 'Hej A$&B!', 'Dobrý den, A$&B,', 'Hei, A$&B!'])
  })
})

describe('MSG-01 on the wire', () => {
  const letter: Letter = {
    id: '0190a0a0-0000-7000-8000-000000000001',
    messageId: '<0190a0a0-0000-7000-8000-000000000001@reeve.example.com>',
    language: 'cs',
    from: { name: 'Platforma, s.r.o.', address: 'ucty@example.com' },
    to: { name: 'Žluťoučký kůň', address: 'kun@příklad.cz' },
    subject: 'Překročený limit',
    text: `Dobrý den,\n\n${'dlouhý '.repeat(400)}\n.\nkonec\n`,
    html: `<p>${'x'.repeat(3000)}</p>`,
    date: Date.UTC(2026, 10, 24, 8, 30),
  }

  test('carries stable id, date, parts and RFC 3834 mark; a mail program reads it back', async () => {
    const message = await compose(letter)
    const parsed = await simpleParser(message.raw)
    expect(parsed.messageId).toBe(letter.messageId)
    expect(parsed.date?.getTime()).toBe(letter.date)
    expect(parsed.subject).toBe(letter.subject)
    expect(parsed.from?.value[0]).toMatchObject(letter.from)
    expect((parsed.to as { value: { name: string }[] }).value[0]?.name).toBe('Žluťoučký kůň')
    expect(parsed.text?.trim()).toBe(letter.text.trim())
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(message.to).toBe('kun@xn--pklad-zsa96e.cz')
    expect(message.from).toBe('ucty@example.com')
  })

  test('no line is longer than mail allows, and all end in CRLF', async () => {
    const lines = (await compose(letter)).raw.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(lines.join('')).not.toMatch(/[\r\n]/)
  })

  test('the same message is the same bytes at every try', async () => {
    expect((await compose(letter)).raw.equals((await compose(letter)).raw)).toBe(true)
  })

  test('no name, subject or address can add a header or a recipient', async () => {
    const evil = 'x\r\nBcc: victim@example.net\r\n\r\nbody\u0000'
    const { raw, to } = await compose({
      ...letter,
      subject: evil,
      from: { name: evil, address: letter.from.address },
      to: { name: `${evil}", <other@example.net>`, address: 'kun@example.org' },
    })
    const parsed = await simpleParser(raw)
    expect(parsed.bcc).toBeUndefined()
    expect(to).toBe('kun@example.org')
    expect((parsed.to as { value: { address: string }[] }).value.map(({ address }) => address)).toEqual(['kun@example.org'])
    expect(raw.toString('latin1').split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
  })
})

test('DSK-05 dates, numbers and money follow the language', () => {
  expect(LANGUAGES.map((language) => plainSpaces(formatNumber(language, 12345)))).toEqual(['12,345', '12.345', '12 345', '12 345', '12 345'])
  expect(LANGUAGES.map((language) => plainSpaces(formatMoney(language, 4900, 'EUR')))).toEqual(['€49.00', '49,00 €', '49,00 €', '49,00 €', '49,00 €'])
  expect(plainSpaces(formatMoney('en', 4900, 'JPY'))).toBe('JP¥4,900')
  expect(formatMoney('en', 4900, '')).toBe('49')
  expect(LANGUAGES.map((language) => plainSpaces(formatDate(language, '2024-02-29')))).toEqual([
    '29 February 2024',
    '29. Februar 2024',
    '29 februari 2024',
    '29. února 2024',
    '29. februar 2024',
  ])
  const midnight = Date.UTC(2026, 10, 23, 23, 30)
  expect(formatDay('en', midnight, 'Europe/Berlin')).toBe('24 November 2026')
  expect(formatDay('en', midnight, 'America/New_York')).toBe('23 November 2026')
  expect(plainSpaces(formatInstant('de', midnight, 'Europe/Berlin'))).toBe('24. November 2026 um 00:30 MEZ')
})
