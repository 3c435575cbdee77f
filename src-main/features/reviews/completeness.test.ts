import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METHODS } from '@contract/reviews'
import { completenessOf, evidenceMissing, missingOf, type Given } from './completeness'

const NOTHING: Given = {
  policyConfirmed: true,
  method: 'web_form',
  formUrl: null,
  doubleOptIn: null,
  consentText: null,
  collectedFrom: null,
  collectedTo: null,
  eventName: null,
  eventDate: null,
  partnerName: null,
  partnerContract: null,
  previousProvider: null,
  details: null,
  senderDomain: null,
  hasContact: true,
}
const given = (some: Partial<Given>): Given => ({ ...NOTHING, ...some })
const FULL = {
  formUrl: 'https://example.com/newsletter',
  doubleOptIn: false,
  consentText: 'I want to receive offers by e-mail from Example Ltd and may withdraw this consent at any time.',
  collectedFrom: '2024-01-01',
  collectedTo: '2026-01-01',
  eventName: 'Fair',
  eventDate: '2026-03-01',
  partnerName: 'Partner',
  partnerContract: 'C-7',
  previousProvider: 'Other mail',
  details:
    'Customers who bought something between 2024 and 2026 and agreed at the till, on the paper form that the shop keeps with date and signature, in both our branches in Berlin and Potsdam.',
  senderDomain: 'example.com',
}

describe('REV-02 no step can be skipped', () => {
  it.each([
    ['step 1', { policyConfirmed: false, formUrl: FULL.formUrl }, ['policy_confirmed']],
    ['step 2', {}, ['form_url']],
    ['step 3', { formUrl: FULL.formUrl, hasContact: false }, ['contact']],
    ['all of them', { policyConfirmed: false, hasContact: false }, ['policy_confirmed', 'form_url', 'contact']],
  ])('%s is missing', (_, some, missing) => expect(missingOf(given(some))).toEqual(missing))

  it.each([
    ['web_form', { formUrl: 'https://example.com' }, []],
    ['web_form', { formUrl: 'javascript:alert(1)' }, ['form_url']],
    ['purchase', {}, ['details']],
    ['purchase', { collectedFrom: '2024-01-01' }, []],
    ['event', { eventName: 'Fair' }, ['event_date']],
    ['event', { eventName: '  ', eventDate: '2026-03-01' }, ['event_name']],
    ['partner', {}, ['partner_name', 'partner_contract']],
    ['migration', {}, ['previous_provider']],
    ['other', { details: ' \n ' }, ['details']],
    ['other', { details: 'By hand' }, []],
  ] as const)('REV-03 %s with %j lacks %j', (method, some, missing) => expect(missingOf(given({ method, ...some }))).toEqual(missing))
})

describe('REV-08 what may be asked for before a rejection', () => {
  it('REV-04 the bare main domain is no direct link', () => {
    expect(evidenceMissing(given({ ...FULL, formUrl: 'https://example.com/' }))).toEqual(['form_link'])
    expect(evidenceMissing(given({ ...FULL, formUrl: null }))).toEqual(['form_url'])
  })
  it.each(METHODS)('nothing is missing from a full %s', (method) => expect(evidenceMissing(given({ ...FULL, method }))).toEqual([]))
})

describe('REV-05 the completeness score', () => {
  it.each(METHODS)('of %s is 100 when all is given, and shows its parts', (method) => {
    const { score, parts } = completenessOf(given({ ...FULL, method }))
    expect(score).toBe(100)
    expect(parts.reduce((sum, { most }) => sum + most, 0)).toBe(100)
    expect(completenessOf(given({ method })).score).toBe(0)
  })

  it('is 0 without a submission', () => expect(completenessOf(null)).toEqual({ score: 0, parts: [] }))
  it('grows with exactness', () => {
    const of = (some: Partial<Given>): number => completenessOf(given(some)).score
    expect(of({ formUrl: 'https://example.com/' })).toBeLessThan(of({ formUrl: 'https://example.com/form' }))
    expect(of({ consentText: 'Yes' })).toBeLessThan(of({ consentText: FULL.consentText }))
    expect(of({ doubleOptIn: false })).toBe(of({ doubleOptIn: true }))
  })
  it('isn’t fooled by padding', () => {
    expect(completenessOf(given({ method: 'other', details: 'yes '.repeat(5_000) })).score).toBeLessThan(3)
    expect(completenessOf(given({ method: 'other', details: 'x'.repeat(20_000) })).score).toBeLessThan(10)
  })
  it('REV-12 doesn’t look at the contact person', () =>
    expect(completenessOf(given({ ...FULL, hasContact: false }))).toEqual(completenessOf(given(FULL))))

  it('stays between 0 and 100 whatever stands in it', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), text, text, text, (method, formUrl, consentText, details) => {
        const { score, parts } = completenessOf(given({ method, formUrl, consentText, details }))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        for (const { points, most } of parts) expect(points >= 0 && points <= most).toBe(true)
      }),
    )
  })
})
