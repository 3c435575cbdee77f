import type { SignalId, SignalView } from '@contract/reviews'

type Lean = SignalView['leans']
type Weight = 1 | 2 | 3 | 4 | 5

/**
 * REV-12: everything a signal can see, which way it leans and how much it weighs. The one place for weights; nothing adds them up. The
 * words are translated as `signals:<id>.<seen>`.
 */
export const SEEN = {
  form_link: {
    deep_link: ['for', 2],
    bare_domain: ['against', 3],
    missing: ['against', 3],
    unreadable: ['against', 3],
    not_web: ['against', 3],
    number: ['against', 4],
    not_public: ['against', 3],
    credentials: ['against', 4],
  },
  https: { https: ['for', 1], http: ['against', 3], unstated: ['note', 1] },
  form_domain: {
    match: ['for', 3],
    variant: ['note', 2],
    sibling: ['note', 2],
    lookalike: ['against', 5],
    near: ['against', 3],
    mismatch: ['against', 3],
    shared_service: ['note', 2],
    hosted: ['note', 2],
    nothing_to_compare: ['note', 1],
  },
  sender_domain: {
    match: ['for', 2],
    variant: ['note', 2],
    sibling: ['note', 2],
    lookalike: ['against', 5],
    near: ['against', 3],
    mismatch: ['against', 3],
    free_mail: ['against', 3],
    disposable: ['against', 5],
    unreadable: ['against', 2],
    missing: ['note', 1],
    nothing_to_compare: ['note', 1],
  },
  account_address: {
    own_domain: ['for', 1],
    free_mail: ['note', 2],
    disposable: ['against', 4],
    lookalike: ['against', 5],
    other_domain: ['note', 2],
    unreadable: ['against', 2],
    nothing_to_compare: ['note', 1],
  },
  sample_roles: { few: ['for', 1], some: ['note', 2], many: ['against', 3], small_sample: ['note', 1] },
  sample_malformed: { none: ['for', 1], few: ['note', 1], many: ['against', 3], small_sample: ['note', 1] },
  typo_domain: { none: ['for', 1], few_in_sample: ['note', 1], many_in_sample: ['against', 2], named: ['against', 3] },
  shared_form: { own: ['for', 1], shared: ['against', 3], widely_shared: ['against', 4] },
  earlier_rejections: {
    accepted_before: ['for', 2],
    form: ['against', 4],
    account: ['against', 3],
    domain: ['against', 3],
    source: ['note', 2],
  },
  list_size: { within: ['for', 1], near_limit: ['note', 1], over_limit: ['against', 3], empty: ['note', 1] },
  growth: { steady: ['for', 1], sudden: ['against', 3], new_account: ['note', 2] },
  double_opt_in: { claimed: ['for', 3], single: ['against', 3], not_said: ['note', 2] },
  consent_wording: {
    complete: ['for', 3],
    absent: ['against', 3],
    missing_sender: ['against', 2],
    missing_purpose: ['against', 2],
    missing_revocation: ['against', 2],
    missing_sender_purpose: ['against', 3],
    missing_sender_revocation: ['against', 3],
    missing_purpose_revocation: ['against', 3],
    missing_sender_purpose_revocation: ['against', 4],
  },
} as const satisfies Record<SignalId, Record<string, readonly [Lean, Weight]>>

/** What one signal can see. */
export type Seen<Id extends SignalId> = keyof (typeof SEEN)[Id] & string

export function signal<Id extends SignalId>(id: Id, seen: Seen<Id>, params: SignalView['params'] = {}): SignalView {
  const [leans, weight] = (SEEN[id] as Record<string, readonly [Lean, Weight]>)[seen]!
  return { id, seen, params, leans, weight }
}
