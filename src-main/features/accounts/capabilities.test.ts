import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPABILITIES, CAUSES, STATUSES, type Capability, type Cause } from '@contract/accounts'
import { capabilitiesUnder, statusOf, takenBy } from './capabilities'

const under = (...causes: Cause[]): Capability[] =>
  capabilitiesUnder(causes.map((cause) => ({ cause, since: 0, rule: 'CAP-01' })))
    .filter(({ on }) => !on)
    .map(({ capability }) => capability)

describe('CAP-01', () => {
  it('CAP-01 leaves everything on without a reason, and shows each reason', () => {
    expect(under()).toEqual([])
    const state = capabilitiesUnder([
      { cause: 'restricted', since: 1, rule: 'LIM-07' },
      { cause: 'blocked', since: 2, rule: 'CAP-05' },
    ])
    expect(state.find(({ capability }) => capability === 'payments')!.reasons.map(({ cause }) => cause)).toEqual(['restricted', 'blocked'])
    expect(state.find(({ capability }) => capability === 'log_in')!.reasons.map(({ cause }) => cause)).toEqual(['blocked'])
  })

  it('CAP-01 stacks reasons: lifting one gives back only what no other takes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...CAUSES)), (causes) => {
        expect(new Set(under(...causes))).toEqual(new Set(causes.flatMap((cause) => takenBy(cause))))
        for (const lifted of causes) {
          const rest = causes.filter((cause) => cause !== lifted)
          const back = under(...causes).filter((capability) => !under(...rest).includes(capability))
          expect(back.every((capability) => takenBy(lifted).includes(capability) && !rest.some((cause) => takenBy(cause).includes(capability)))).toBe(
            true,
          )
        }
      }),
    )
  })
})

describe('CAP-02', () => {
  it('CAP-02 takes everything when erased, ended or blocked', () => {
    for (const cause of ['erased', 'access_ended', 'blocked'] as const) expect(under(cause)).toEqual([...CAPABILITIES])
  })

  it('CAP-02 LIM-07 takes exactly five when restricted', () => {
    expect(under('restricted')).toEqual(['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts'])
  })

  it('CAP-02 never takes logging in or paying for invoices', () => {
    expect(new Set(under('invoice'))).toEqual(new Set(['run_segments', 'share_leads', 'send_to_groups']))
  })

  it('CAP-02 shows the first status that applies', () => {
    const cause = { erased: 'erased', blocked: 'blocked', ended: 'access_ended', restricted: 'restricted' } as const
    fc.assert(
      fc.property(fc.subarray([...STATUSES]), (applying) => {
        const causes = new Set(applying.flatMap((status) => (status in cause ? [cause[status as keyof typeof cause]] : [])))
        const shown = statusOf({ causes, cancelled: applying.includes('cancelled'), warned: applying.includes('warned') })
        expect(shown).toBe(STATUSES.find((status) => applying.includes(status)) ?? 'active')
      }),
    )
  })
})
