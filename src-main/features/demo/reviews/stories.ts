import type { Language } from '@contract/define'
import type { Method } from '@contract/reviews'
import type { PlanId } from '../accounts'
import type { ConsentKind, DetailKind, Issue, ListKind } from './texts/index'

/** Who decides in the demo: Astrid, whose desk it is, and her colleagues. */
export type Reviewer = 'AB' | 'JL' | 'MK'

/** What a submission shows. */
export interface Look {
  readonly method: Method
  readonly form?: 'deep' | 'bare' | 'http' | 'lookalike' | 'shared'
  readonly consent?: ConsentKind
  readonly doubleOptIn?: boolean
  readonly details?: DetailKind
  readonly sender?: 'own' | 'other'
}

/** `at`: working minutes before the demo's end (REV-06's clock); 480 are a working day. */
export type Act = { readonly at: number } & (
  | { readonly does: 'submits'; readonly look: Look; readonly lacks?: 'policy' }
  | { readonly does: 'answers'; readonly what: 'link' | 'contract' | 'consent' }
  | { readonly does: 'grows'; readonly to: number }
  | { readonly does: 'goes' }
  | { readonly does: 'records'; readonly look: Look }
  | { readonly does: 'accepts'; readonly by: Reviewer; readonly evidence: readonly string[]; readonly departure?: string }
  | { readonly does: 'asks'; readonly by: Reviewer; readonly what: 'link' | 'contract' | 'consent' }
  | {
      readonly does: 'rejects'
      readonly by: Reviewer
      readonly issue: Issue
      readonly reasons: readonly string[]
      readonly evidence: readonly string[]
    }
  | { readonly does: 'looks' | 'claims' | 'snoozes'; readonly by: Reviewer }
  | { readonly does: 'hands_over'; readonly by: Reviewer; readonly to: Reviewer }
)
export type Does = Act['does']

/** What befalls one contact list, on one account of its own. */
export interface Story {
  readonly language: Language
  readonly plan?: PlanId
  readonly list: ListKind
  readonly receivers: number
  readonly sample?: 'clean' | 'roles' | 'messy'
  readonly acts: readonly Act[]
}

const GOOD: Look = { method: 'web_form', form: 'deep', consent: 'good', doubleOptIn: true, details: 'form', sender: 'own' }
const BARE: Look = { method: 'web_form', form: 'bare', consent: 'no_revocation', doubleOptIn: false }
const PURCHASE: Look = { method: 'purchase', consent: 'good', details: 'purchase', sender: 'own' }
const FAIR: Look = { method: 'event', consent: 'good', details: 'event', sender: 'own' }
const PARTNER: Look = { method: 'partner', consent: 'third_parties', sender: 'own' }
const MOVED: Look = { method: 'migration', consent: 'good', doubleOptIn: true, details: 'moved', sender: 'own' }
const DIRECTORY: Look = { method: 'other', consent: 'no_sender', details: 'directory' }
const DRAW: Look = { method: 'web_form', form: 'deep', consent: 'third_parties', doubleOptIn: false, details: 'draw' }

const submits = (at: number, look: Look): Act => ({ at, does: 'submits', look })
const accepts = (at: number, by: Reviewer, ...evidence: string[]): Act => ({ at, does: 'accepts', by, evidence })
const asks = (at: number, by: Reviewer, what: 'link' | 'contract' | 'consent'): Act => ({ at, does: 'asks', by, what })
const answers = (at: number, what: 'link' | 'contract' | 'consent'): Act => ({ at, does: 'answers', what })
const rejects = (at: number, by: Reviewer, issue: Issue, reasons: readonly string[], ...evidence: string[]): Act => ({
  at,
  does: 'rejects',
  by,
  issue,
  reasons,
  evidence,
})

/** In the order in which accounts of a language take their parts. Every state of a review is here, and every kind of signal. */
export const STORIES: readonly Story[] = [
  // Waiting, the most urgent first.
  { language: 'de', list: 'newsletter', receivers: 1_640, sample: 'messy', acts: [submits(534, BARE)] },
  { language: 'sv', list: 'newsletter', receivers: 1_210, sample: 'clean', acts: [submits(459, GOOD)] },
  { language: 'cs', list: 'partner', receivers: 3_900, plan: 'free', sample: 'roles', acts: [submits(436, PARTNER)] },
  { language: 'en', list: 'fair', receivers: 420, acts: [submits(361, FAIR)] },
  { language: 'nb', list: 'moved', receivers: 1_150, plan: 'startup', acts: [submits(318, MOVED), { at: 90, does: 'grows', to: 4_720 }] },
  { language: 'de', list: 'fair', receivers: 260, acts: [submits(282, { ...FAIR, consent: 'no_sender' })] },
  { language: 'sv', list: 'customers', receivers: 1_830, sample: 'clean', acts: [submits(700, BARE), asks(655, 'JL', 'link'), answers(74, 'link')] },
  {
    language: 'de',
    list: 'customers',
    receivers: 880,
    acts: [
      submits(2_610, BARE),
      asks(2_380, 'MK', 'consent'),
      answers(2_050, 'consent'),
      rejects(1_965, 'MK', 'consent', ['consent_wording'], 'form', 'consent'),
      submits(207, GOOD),
    ],
  },
  {
    language: 'cs',
    list: 'newsletter',
    receivers: 640,
    acts: [submits(190, BARE), { at: 151, does: 'looks', by: 'AB' }, submits(43, { ...GOOD, consent: 'no_sender' })],
  },
  { language: 'nb', list: 'newsletter', receivers: 930, acts: [submits(240, { ...GOOD, form: 'http' }), { at: 3, does: 'claims', by: 'JL' }] },
  {
    language: 'en',
    list: 'contacts',
    receivers: 2_700,
    plan: 'startup',
    sample: 'roles',
    acts: [submits(130, DIRECTORY), { at: 55, does: 'snoozes', by: 'AB' }],
  },
  {
    language: 'de',
    list: 'draw',
    receivers: 4_450,
    plan: 'startup',
    acts: [submits(222, DRAW), { at: 100, does: 'hands_over', by: 'MK', to: 'AB' }],
  },
  { language: 'sv', list: 'course', receivers: 310, acts: [submits(110, { ...GOOD, form: 'shared' })] },
  { language: 'en', list: 'newsletter', receivers: 1_020, acts: [submits(64, { ...GOOD, form: 'lookalike', sender: 'other' })] },
  { language: 'cs', list: 'customers', receivers: 1_380, acts: [{ at: 21, does: 'records', look: PURCHASE }] },
  { language: 'de', list: 'newsletter', receivers: 520, sample: 'clean', acts: [submits(9, GOOD)] },
  // A question waits for the customer.
  { language: 'de', list: 'partner', receivers: 2_200, plan: 'startup', acts: [submits(820, PARTNER), asks(610, 'AB', 'contract')] },
  { language: 'nb', list: 'newsletter', receivers: 470, acts: [submits(600, BARE), asks(395, 'JL', 'link')] },
  { language: 'en', list: 'draw', receivers: 1_900, acts: [submits(410, { ...BARE, form: 'deep' }), asks(140, 'AB', 'consent')] },
  // The customer has yet to submit, or submitted too little.
  { language: 'de', list: 'course', receivers: 150, acts: [] },
  { language: 'sv', list: 'partner', receivers: 760, acts: [] },
  { language: 'cs', list: 'fair', receivers: 340, acts: [] },
  { language: 'en', list: 'moved', receivers: 1_250, acts: [] },
  { language: 'nb', list: 'fair', receivers: 90, acts: [{ at: 520, does: 'submits', look: { method: 'event' }, lacks: 'policy' }] },
  { language: 'de', list: 'moved', receivers: 3_100, plan: 'startup', acts: [submits(840, { method: 'web_form', consent: 'good' })] },
  { language: 'sv', list: 'contacts', receivers: 1_440, acts: [{ at: 260, does: 'submits', look: DIRECTORY, lacks: 'policy' }] },
  // Decided in the weeks before.
  { language: 'de', list: 'newsletter', receivers: 980, sample: 'clean', acts: [submits(4_700, GOOD), accepts(4_480, 'AB', 'form', 'consent')] },
  { language: 'sv', list: 'newsletter', receivers: 1_320, acts: [submits(4_450, GOOD), accepts(4_130, 'JL', 'form', 'consent')] },
  { language: 'cs', list: 'newsletter', receivers: 410, acts: [submits(4_020, GOOD), accepts(3_890, 'MK', 'form', 'consent')] },
  { language: 'en', list: 'customers', receivers: 1_760, acts: [submits(3_900, PURCHASE), accepts(3_560, 'AB', 'details', 'consent')] },
  { language: 'nb', list: 'customers', receivers: 690, acts: [submits(3_500, PURCHASE), accepts(3_330, 'JL', 'details', 'consent')] },
  {
    language: 'de',
    list: 'contacts',
    receivers: 5_800,
    plan: 'webinar',
    sample: 'roles',
    acts: [submits(3_420, DIRECTORY), rejects(3_100, 'AB', 'directory', ['business_without_permission', 'harvested'], 'details', 'sample')],
  },
  { language: 'de', list: 'fair', receivers: 220, acts: [submits(3_050, FAIR), accepts(2_700, 'MK', 'details', 'event')] },
  {
    language: 'sv',
    list: 'fair',
    receivers: 540,
    acts: [
      submits(2_900, { ...FAIR, consent: 'no_revocation' }),
      asks(2_760, 'JL', 'consent'),
      answers(2_440, 'consent'),
      accepts(2_330, 'JL', 'event', 'consent'),
    ],
  },
  {
    language: 'cs',
    list: 'partner',
    receivers: 2_950,
    plan: 'startup',
    acts: [
      submits(2_700, PARTNER),
      asks(2_510, 'MK', 'contract'),
      answers(1_900, 'contract'),
      rejects(1_720, 'MK', 'contract', ['partner_without_own_consent'], 'contract', 'consent'),
    ],
  },
  {
    language: 'en',
    list: 'newsletter',
    receivers: 880,
    sample: 'clean',
    acts: [submits(2_250, GOOD), accepts(2_020, 'AB', 'form', 'consent', 'sample')],
  },
  {
    language: 'nb',
    list: 'draw',
    receivers: 2_480,
    plan: 'startup',
    acts: [submits(2_100, DRAW), rejects(1_850, 'AB', 'draw', ['prize_draw', 'consent_wording'], 'form', 'consent')],
  },
  { language: 'de', list: 'moved', receivers: 1_900, acts: [submits(1_800, MOVED), accepts(1_280, 'JL', 'details', 'consent')] },
  { language: 'sv', list: 'moved', receivers: 2_050, plan: 'startup', acts: [submits(1_500, MOVED), accepts(1_190, 'AB', 'details')] },
  { language: 'cs', list: 'customers', receivers: 1_130, acts: [submits(1_240, PURCHASE), accepts(960, 'MK', 'details', 'consent')] },
  {
    language: 'en',
    list: 'contacts',
    receivers: 3_300,
    plan: 'startup',
    sample: 'messy',
    acts: [submits(1_000, DIRECTORY), rejects(720, 'JL', 'bought', ['bought_or_rented'], 'details', 'sample')],
  },
  { language: 'nb', list: 'newsletter', receivers: 1_010, acts: [submits(800, GOOD), accepts(560, 'AB', 'form', 'consent')] },
  { language: 'de', list: 'newsletter', receivers: 730, acts: [submits(640, GOOD), accepts(330, 'AB', 'form', 'consent')] },
  { language: 'sv', list: 'newsletter', receivers: 860, acts: [submits(500, { ...GOOD, form: 'shared' }), accepts(290, 'MK', 'form', 'consent')] },
  { language: 'en', list: 'customers', receivers: 1_490, acts: [submits(420, PURCHASE), accepts(170, 'AB', 'details', 'consent')] },
  { language: 'cs', list: 'course', receivers: 130, acts: [submits(900, GOOD), { at: 640, does: 'goes' }] },
]
