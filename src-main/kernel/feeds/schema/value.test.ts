import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEED_KINDS } from '@contract/feeds'
import { country, currency, zones } from './known'
import { KIND_ORDER, SCHEMAS } from './schemas'
import { CellProblem, date, email, flag, id, instant, limits, text, typedUrl, url, whole, type ReadCell } from './value'

const said = (read: ReadCell, value: string): unknown => {
  const answer = read(value)
  return answer instanceof CellProblem ? answer.code : answer
}

describe('cells', () => {
  it.each<[string, string, unknown, ReadCell]>([
    ['whole', '0042', 42, whole],
    ['whole', '9007199254740991', Number.MAX_SAFE_INTEGER, whole],
    ['whole', '9007199254740992', 'too_large', whole],
    ['whole', '-1', 'negative', whole],
    ['whole', '1.0', 'not_whole', whole],
    ['whole', '1e3', 'not_whole', whole],
    ['whole', '٣', 'not_whole', whole],
    ['flag', 'TRUE', 1, flag],
    ['flag', 'no', 0, flag],
    ['flag', 'ja', 'not_boolean', flag],
    ['date', '2028-02-29', '2028-02-29', date],
    ['date', '2027-02-29', 'no_such_date', date],
    ['date', '2100-02-29', 'no_such_date', date],
    ['date', '29.02.2028', 'not_a_date', date],
    ['instant', '2026-11-23T10:00:00Z', Date.UTC(2026, 10, 23, 10), instant],
    ['instant', '2026-11-23T10:00:00.25+01:30', Date.UTC(2026, 10, 23, 8, 30, 0, 250), instant],
    ['instant', '2026-11-23T10:00:00', 'not_an_instant', instant],
    ['instant', '2026-02-30T10:00:00Z', 'no_such_date', instant],
    ['instant', '2026-11-23T24:00:00Z', 'not_an_instant', instant],
    ['instant', '2026-11-23', 'not_an_instant', instant],
    ['email', 'a.b+c@x-y.example', 'a.b+c@x-y.example', email],
    ['email', 'a@b', 'not_an_email', email],
    ['email', 'a@b.de\nBcc: c@d.de', 'not_an_email', email],
    ['email', 'a b@c.de', 'not_an_email', email],
    ['url', 'https://x.example/form?a=1', 'https://x.example/form?a=1', url],
    ['url', 'data:text/html,x', 'not_a_url', url],
    ['url', 'x.example/form', 'not_a_url', url],
    ['typed url', 'x.example:8443/form', 'x.example:8443/form', typedUrl],
    ['typed url', 'HTTP://x.example', 'HTTP://x.example', typedUrl],
    ['typed url', 'javascript:alert(1)', 'not_a_url', typedUrl],
    ['typed url', 'mailto:a@x.example', 'not_a_url', typedUrl],
    ['typed url', 'see the attachment', 'not_a_url', typedUrl],
    ['id', 'x'.repeat(128), 'x'.repeat(128), id()],
    ['id', 'x'.repeat(129), 'too_long', id()],
    ['id', 'a\nb', 'control_character', id()],
    ['id', 'me@x.de', 'me@x.de', id()],
    ['text', 'abcd', 'too_long', text(3)],
    ['country', 'DE', 'DE', country],
    ['country', 'XX', 'not_a_country', country],
    ['currency', 'EUR', 'EUR', currency],
    ['currency', 'eur', 'not_a_currency', currency],
    ['zone', 'Europe/Oslo', 'Europe/Oslo', zones()],
    ['zone', '+02:00', 'not_a_zone', zones()],
    ['zone', 'Europe/Nowhere', 'not_a_zone', zones()],
    ['limits', 'contacts=2000|campaigns=5', '{"campaigns":5,"contacts":2000}', limits],
    ['limits', 'contacts', '{}', limits],
    ['limits', 'contacts=|funnels=1', '{"funnels":1}', limits],
    ['limits', 'contacts=-1', 'negative', limits],
    ['limits', 'contacts=1|contacts=2', 'resource_twice', limits],
    ['limits', '__proto__=1', 'not_a_resource', limits],
  ])('FED-02 reads %s %j', (_type, value, expected, read) => {
    expect(said(read, value)).toBe(expected)
  })

  it('instants agree with the engine for every moment and offset', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9998-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (at, offset) => {
          const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, -1)
          const sign = offset < 0 ? '-' : '+'
          const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0')
          expect(instant(`${local}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`)).toBe(at.getTime())
        },
      ),
    )
  })

  it('FED-01 declares every kind, each with its key and when it was seen', () => {
    expect([...KIND_ORDER].sort()).toEqual([...FEED_KINDS].sort())
    for (const schema of Object.values(SCHEMAS)) {
      expect(schema.key.length).toBeGreaterThan(0)
      expect(schema.columns[schema.at['observed_at']!]!.name).toBe('observed_at')
    }
  })
})
