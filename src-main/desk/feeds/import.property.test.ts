import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, TEAMS, type ImportDesk } from './import-desk'

const id = fc.constantFrom('A1', 'A2', 'A3', 'a1', 'Ä1')
const account = fc.record({
  id,
  company: fc.constantFrom('One', 'Two GmbH', '"Q, ""x"""', '', 'Größe\u0301'),
  email: fc.constantFrom('a@b.de', 'nobody', 'ü@ö.example'),
  plan: fc.constantFrom('f', 's', 'zz'),
  team: fc.constantFrom('', 't1', 't2', 'none'),
  phone: fc.constantFrom('', '1', '2'),
})
const seen = fc.constantFrom('2026-11-01T08:00:00Z', '2026-11-02T08:00:00Z', '2026-11-02T08:00:00+02:00', 'yesterday')
const usage = fc.tuple(id, fc.constantFrom('contacts', 'campaigns', 'No'), fc.constantFrom('0', '1999', '2001', '-1'), seen)
const contact = fc.tuple(fc.constantFrom('c1', 'c2'), id, fc.constantFrom('Ann', 'Bo', ''), fc.constantFrom('yes', '0', 'maybe'))

const files = (
  test: ImportDesk,
  world: { accounts: (Parameters<typeof accountLine>[1] & { id: string })[]; usage: string[][]; contacts: string[][] },
): string[] => [
  test.file('plans.csv', PLANS),
  test.file('teams.csv', TEAMS),
  test.file('accounts.csv', [ACCOUNT_HEADER, ...world.accounts.map((row) => accountLine(row.id, row))]),
  test.file('usage.csv', ['account_id,resource,used,observed_at', ...world.usage.map((row) => row.join(','))]),
  test.file(
    'contacts.ndjson',
    world.contacts.map(([c, a, name, access]) => JSON.stringify({ contact_id: c, account_id: a, name, email: 'x@y.de', settings_access: access })),
  ),
]
const world = fc.record({
  accounts: fc.array(account, { maxLength: 6 }),
  usage: fc.array(usage, { maxLength: 6 }),
  contacts: fc.array(contact, { maxLength: 4 }),
})

describe('any files', () => {
  it('FED-02 FED-03 add up, come in any order, change nothing the second time, and are foreseen by the preview', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const test = importDesk()
        const other = importDesk()
        try {
          const known = ({ kind, rows, bad }: { kind: unknown; rows: number; bad: number }): string => `${String(kind)} ${rows} ${bad}`
          const foreseen = (await test.preview(files(test, made))).map(({ kind, counts }) => known({ kind, ...counts }))
          const first = await test.import(files(test, made))
          for (const { rows, new: fresh, changed, same, stale, awaited, bad } of first.files)
            expect(fresh + changed + same + stale + awaited + bad).toBe(rows)
          expect(foreseen.sort()).toEqual(first.files.map(known).sort())
          const before = test.facts()
          const again = await test.import(files(test, made))
          expect(test.facts()).toEqual(before)
          for (const file of again.files) expect([file.new, file.changed]).toEqual([0, 0])
          await other.import(files(other, made).reverse())
          expect(other.facts()).toEqual(before)
        } finally {
          await test.close()
          await other.close()
        }
      }),
      { numRuns: 12 },
    )
  })
})
