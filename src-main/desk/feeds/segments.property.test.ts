import { LANGUAGES } from '@contract/define'
import { describe, expect, it } from 'vitest'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS } from './import-desk'

/** Any seed replays. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const SEGMENTS = ['S0', 'S1', 'S2', 'S3']

describe('the ledger', () => {
  it.each([1, 2, 3])('SEG-03 SEG-05 holds exactly what its sources ask for, whatever happens: seed %i', async (seed) => {
    const roll = dice(seed)
    const test = importDesk()
    const { db } = test.desk.services
    const take = (kind: string, nth: number, ...lines: string[]) => test.import([test.file(`${kind}-${nth}.csv`, lines)])
    const operators = new Set<string>()
    try {
      await test.import([test.file('plans.csv', PLANS), test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('A1')])])
      await take('mailboxes', 0, 'mailbox_id,account_id,address,status,changed_at', 'M1,A1,m@a1.example,connected,2026-11-01T00:00:00Z')
      await take('segments', 0, 'segment_id,account_id,name,mailbox_id,wanted', ...SEGMENTS.map((id, at) => `${id},A1,${id},${at < 2 ? 'M1' : ''},yes`))
      let mailbox = true
      let crm: 'clear' | 'gone' | 'unsynced' = 'clear'
      let known = false
      for (let step = 1; step <= 40; step++) {
        const at = new Date(Date.UTC(2026, 10, 2, 9, step)).toISOString()
        const segment = SEGMENTS[roll(4)]!
        switch (roll(5)) {
          case 0:
            mailbox = !mailbox
            await take('mailboxes', step, 'mailbox_id,account_id,address,status,changed_at', `M1,A1,m@a1.example,${mailbox ? '' : 'dis'}connected,${at}`)
            break
          case 1:
            crm = crm === 'gone' ? 'unsynced' : 'gone'
            known = true
            await take('crms', step, 'crm_id,account_id,name,status,changed_at', `C1,A1,Hub,${crm === 'gone' ? 'dis' : ''}connected,${at}`)
            break
          case 2:
            if (!known) break
            if (crm === 'unsynced') crm = 'clear'
            await take('blocklist_syncs', step, 'sync_id,crm_id,started_at,finished_at', `Y${step},C1,${at},${at}`)
            break
          case 3:
            await test.call('segments.hold', { selection: { segments: [segment] }, reason: 'By hand' })
            operators.add(segment)
            break
          default:
            if (operators.delete(segment)) await test.call('segments.release', { selection: { segments: [segment] }, reason: 'By hand' })
        }
        const lying = db.all<{ line: string }>(
          `SELECT DISTINCT x.external || ' ' || h.cause AS line FROM segment_hold h JOIN external_id x ON x.entity = h.segment WHERE h.released_at IS NULL ORDER BY 1`,
        )
        const wanted = SEGMENTS.flatMap((id, nth) => [
          ...(crm === 'clear' ? [] : [`${id} crm`]),
          ...(mailbox || nth > 1 ? [] : [`${id} mailbox`]),
          ...(operators.has(id) ? [`${id} operator`] : []),
        ])
        expect(lying.map(({ line }) => line)).toEqual(wanted)
      }
      expect(db.all("SELECT 1 FROM segment_hold WHERE (released_at IS NULL) <> (released_by IS NULL)")).toEqual([])
      for (const { template } of db.all<{ template: string }>("SELECT DISTINCT template FROM message WHERE template GLOB 'segments.*'")) {
        const account = db.get<{ id: string }>('SELECT id FROM account')!.id
        for (const language of LANGUAGES)
          expect((await test.call<{ text: string }>('messages.preview', { template, language, account })).text).not.toContain('{{')
      }
    } finally {
      await test.close()
    }
  })
})
