import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignalId, SignalView } from '@contract/reviews'
import type { Submission } from '../review'
import { SEEN, signalsOf, type SignalFacts } from './index'

const DAY = 86_400_000
const SUBMISSION: Submission = {
  id: 's',
  submittedAt: 0,
  policyConfirmed: true,
  method: 'web_form',
  formUrl: 'https://kranich-verlag.de/newsletter',
  doubleOptIn: true,
  consentText: 'Newsletter der Kranich Verlag GmbH, jederzeit widerrufbar.',
  collectedFrom: null,
  collectedTo: null,
  eventName: null,
  eventDate: null,
  partnerName: null,
  partnerContract: null,
  previousProvider: null,
  details: null,
  senderDomain: 'news.kranich-verlag.de',
  hasContact: true,
  recordedBy: null,
  recordedSource: null,
}
const NONE = { accepted: 0, rejected: 0 }
const FACTS: SignalFacts = {
  submission: SUBMISSION,
  account: { company: 'Kranich Verlag GmbH', email: 'anna@kranich-verlag.de', domain: 'www.kranich-verlag.de', createdAt: 0 },
  plan: { name: 'Startup', limit: 5_000 },
  group: { receivers: 1_200, receiversBefore: 1_000, createdAt: 100 * DAY },
  sample: { addresses: 200, roleAddresses: 2, malformed: 0, typoDomains: 0 },
  sharedForm: { accounts: 0, more: false },
  earlier: { form_url: NONE, domain: NONE, source: NONE, account: NONE },
}
interface Change {
  submission?: Partial<Submission> | null
  account?: Partial<SignalFacts['account']>
  plan?: Partial<SignalFacts['plan']>
  group?: Partial<SignalFacts['group']>
  sample?: Partial<NonNullable<SignalFacts['sample']>> | null
  sharedForm?: SignalFacts['sharedForm']
  earlier?: Partial<SignalFacts['earlier']>
}
const facts = (change: Change): SignalFacts => ({
  submission: change.submission === null ? null : { ...SUBMISSION, ...change.submission },
  account: { ...FACTS.account, ...change.account },
  plan: { ...FACTS.plan, ...change.plan },
  group: { ...FACTS.group, ...change.group },
  sample: change.sample === null ? null : { ...FACTS.sample!, ...change.sample },
  sharedForm: change.sharedForm ?? FACTS.sharedForm,
  earlier: { ...FACTS.earlier, ...change.earlier },
})
const look = (id: SignalId, change: Change): SignalView | undefined => signalsOf(facts(change)).find((signal) => signal.id === id)

describe('REV-12 signals', () => {
  it('a good submission has nothing against it', () => {
    expect(signalsOf(FACTS).map(({ id, seen }) => `${id}: ${seen}`)).toEqual([
      'form_domain: match',
      'double_opt_in: claimed',
      'consent_wording: complete',
      'form_link: deep_link',
      'sender_domain: match',
      'https: https',
      'account_address: own_domain',
      'sample_roles: few',
      'sample_malformed: none',
      'typo_domain: none',
      'shared_form: own',
      'list_size: within',
      'growth: steady',
    ])
  })

  const form = (formUrl: string | null) => ({ submission: { formUrl } })
  const sender = (senderDomain: string | null) => ({ submission: { senderDomain } })
  const email = (address: string) => ({ account: { email: address } })
  it.each<[SignalId, Change, string | undefined]>([
    ['form_link', form('https://kranich-verlag.de/?page_id=42'), 'deep_link'],
    ['form_link', form('kranich-verlag.de/newsletter'), 'deep_link'],
    ['form_link', form('https://kranich-verlag.de/'), 'bare_domain'],
    ['form_link', form('https://www.kranich-verlag.de./?utm_source=x'), 'bare_domain'],
    ['form_link', form(null), 'missing'],
    ['form_link', form('   '), 'missing'],
    ['form_link', { submission: { formUrl: null, method: 'event' } }, undefined],
    ['form_link', form('siehe unsere Webseite'), 'unreadable'],
    ['form_link', form('https://'), 'unreadable'],
    ['form_link', form('javascript:alert(document.domain)'), 'not_web'],
    ['form_link', form('data:text/html;base64,AAAA'), 'not_web'],
    ['form_link', form('mailto:news@kranich-verlag.de'), 'not_web'],
    ['form_link', form('file:///etc/passwd'), 'not_web'],
    ['form_link', form('http://192.0.2.7:8080/form'), 'number'],
    ['form_link', form('http://[2001:db8::1]/form'), 'number'],
    ['form_link', form('http://0x7f000001/form'), 'number'],
    ['form_link', form('https://shop.internal/form'), 'not_public'],
    ['form_link', form('https://kranich-verlag.de:secret@evil.com/form'), 'credentials'],
    ['https', form('http://kranich-verlag.de/form'), 'http'],
    ['https', form('kranich-verlag.de/form'), 'unstated'],
    ['https', form('javascript:alert(1)'), undefined],
    ['form_domain', form('https://shop.kranich-verlag.de/form'), 'match'],
    ['form_domain', form('https://kranichverlag.de/form'), 'variant'],
    ['form_domain', form('https://kranich-verlag.com/form'), 'sibling'],
    ['form_domain', form('https://krаnich-verlag.de/form'), 'lookalike'],
    ['form_domain', form('https://kranich-verlag.de.evil.com/form'), 'mismatch'],
    ['form_domain', form('https://kranich-verlag.de@evil.com/form'), 'mismatch'],
    ['form_domain', form('https://kranich-verlog.de/form'), 'near'],
    ['form_domain', form('https://gewinnspiel.de/form'), 'mismatch'],
    ['form_domain', form('https://forms.gle/abc'), 'shared_service'],
    ['form_domain', form('https://somebody.github.io/form'), 'hosted'],
    [
      'form_domain',
      { account: { domain: 'kranich.github.io', email: 'a@gmail.com' }, submission: { formUrl: 'https://other.github.io/form' } },
      'hosted',
    ],
    ['form_domain', { account: { domain: 'kranich.github.io' }, submission: { formUrl: 'https://kranich.github.io/form' } }, 'match'],
    ['form_domain', { account: { domain: null, email: 'kranich@gmail.com' } }, 'nothing_to_compare'],
    ['form_domain', { account: { domain: null } }, 'match'],
    ['sender_domain', sender(null), 'missing'],
    ['sender_domain', sender('kranich-verlag.de'), 'match'],
    ['sender_domain', sender('anna@kranich-verlag.de'), 'match'],
    ['sender_domain', sender('gmail.com'), 'free_mail'],
    ['sender_domain', sender('mailinator.com'), 'disposable'],
    ['sender_domain', sender('rnailshop.de'), 'mismatch'],
    ['sender_domain', sender('kranich-ver1ag.de'), 'lookalike'],
    ['sender_domain', sender('no domain'), 'unreadable'],
    ['account_address', email('anna@gmx.de'), 'free_mail'],
    ['account_address', email('anna@yopmail.com'), 'disposable'],
    ['account_address', email('anna@kranich-verIag.de'.replace('I', '1')), 'lookalike'],
    ['account_address', email('anna@adler.de'), 'other_domain'],
    ['account_address', email('anna'), 'unreadable'],
    ['sample_roles', { sample: { roleAddresses: 10 } }, 'some'],
    ['sample_roles', { sample: { roleAddresses: 60 } }, 'many'],
    ['sample_roles', { sample: { addresses: 5, roleAddresses: 5 } }, 'small_sample'],
    ['sample_roles', { sample: { addresses: 0, roleAddresses: 0 } }, undefined],
    ['sample_roles', { sample: null }, undefined],
    ['sample_malformed', { sample: { malformed: 1 } }, 'few'],
    ['sample_malformed', { sample: { malformed: 9 } }, 'many'],
    ['typo_domain', { sample: { typoDomains: 1 } }, 'few_in_sample'],
    ['typo_domain', { sample: { typoDomains: 8 } }, 'many_in_sample'],
    ['typo_domain', email('anna@gmial.com'), 'named'],
    ['typo_domain', email('anna@gmаil.com'), 'named'],
    ['typo_domain', email('anna@gmail.con'), 'named'],
    ['typo_domain', sender('centrom.cz'), 'named'],
    ['typo_domain', email('anna@email.cz'), 'none'],
    ['typo_domain', email('anna@gmx.(('), 'none'],
    ['typo_domain', { sample: null }, undefined],
    ['shared_form', { sharedForm: { accounts: 3, more: false } }, 'shared'],
    ['shared_form', { sharedForm: { accounts: 50, more: true } }, 'widely_shared'],
    ['earlier_rejections', { earlier: { account: { accepted: 4, rejected: 1 } } }, 'account'],
    ['earlier_rejections', { earlier: { account: { accepted: 0, rejected: 1 }, form_url: { accepted: 0, rejected: 2 } } }, 'form'],
    ['earlier_rejections', { earlier: { account: { accepted: 4, rejected: 0 } } }, 'accepted_before'],
    ['earlier_rejections', {}, undefined],
    ['list_size', { group: { receivers: 5_000 } }, 'near_limit'],
    ['list_size', { group: { receivers: 5_001 } }, 'over_limit'],
    ['list_size', { group: { receivers: 0 } }, 'empty'],
    ['list_size', { plan: { limit: null } }, undefined],
    ['growth', { group: { receivers: 1_500, receiversBefore: 1_000 } }, 'steady'],
    ['growth', { group: { receivers: 1_501, receiversBefore: 1_000 } }, 'sudden'],
    ['growth', { group: { receivers: 499, receiversBefore: 0 } }, 'steady'],
    ['growth', { group: { receivers: 500, receiversBefore: 0 } }, 'sudden'],
    ['growth', { group: { receivers: 100, receiversBefore: 9_000 } }, 'steady'],
    ['growth', { group: { receivers: 5_000, receiversBefore: null, createdAt: 2 * DAY } }, 'new_account'],
    ['growth', { group: { receiversBefore: null } }, undefined],
    ['double_opt_in', { submission: { doubleOptIn: false } }, 'single'],
    ['double_opt_in', { submission: { doubleOptIn: null } }, 'not_said'],
    ['double_opt_in', { submission: { doubleOptIn: null, method: 'purchase' } }, undefined],
    ['consent_wording', { submission: { consentText: null } }, 'absent'],
    ['consent_wording', { submission: { consentText: null, method: 'purchase' } }, undefined],
    ['consent_wording', { submission: { consentText: 'Ja' } }, 'missing_sender_purpose_revocation'],
    ['consent_wording', { submission: { consentText: 'Newsletter der Kranich Verlag GmbH' } }, 'missing_revocation'],
  ])('%s of %j: %s', (id, change, seen) => expect(look(id, change)?.seen).toBe(seen))

  it('looks at the account alone before a submission, and never at the contact person', () => {
    expect(signalsOf(facts({ submission: null })).map(({ id }) => id)).toEqual([
      'account_address',
      'sample_roles',
      'sample_malformed',
      'typo_domain',
      'list_size',
      'growth',
    ])
    expect(signalsOf(facts({ submission: { hasContact: false } }))).toEqual(signalsOf(FACTS))
  })

  it('shows what is against first, the heaviest first', () => {
    const shown = signalsOf(facts({ submission: { formUrl: 'http://krаnich-verlag.de', doubleOptIn: false } }))
    expect(shown[0]).toMatchObject({ id: 'form_domain', seen: 'lookalike', leans: 'against', weight: 5 })
    expect(shown.map(({ leans }) => leans[0]).join('')).toMatch(/^a+n*f+$/)
  })

  it('says only what is declared, is deterministic, and never throws, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.webUrl(),
      fc.domain(),
      fc.emailAddress(),
      fc.constantFrom('https://[', 'http://a@b@c', 'xn--', 'https://xn--a', '..', '%', 'http://%', '\ud800', 'https://\ud800.de', 'a@'),
    )
    fc.assert(
      fc.property(typed, typed, typed, typed, typed, (formUrl, senderDomain, domain, address, consentText) => {
        const given = facts({ submission: { formUrl, senderDomain, consentText }, account: { domain, email: address, company: consentText } })
        const seen = signalsOf(given)
        expect(signalsOf(given)).toEqual(seen)
        expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
        for (const { id, seen: word, leans, weight, params } of seen) {
          expect((SEEN[id] as Record<string, unknown>)[word]).toEqual([leans, weight])
          expect(JSON.stringify(params).length).toBeLessThan(1_500)
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['dots', '.'.repeat(1_000_000)],
    ['at signs', '@'.repeat(1_000_000)],
    ['colons', 'a:'.repeat(500_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['slashes', `https://a.de${'/'.repeat(3_000)}`],
    ['parameters', `https://a.de/?${'a=1&'.repeat(900)}`],
    ['labels', `https://${'a.'.repeat(900)}de/`],
  ])('takes huge input in no time: %s', (_, text) => {
    const start = performance.now()
    signalsOf(
      facts({
        submission: { formUrl: text, senderDomain: text, consentText: text },
        account: { domain: text, email: text, company: text.slice(0, 500) },
      }),
    )
    expect(performance.now() - start).toBeLessThan(500)
  })
})
