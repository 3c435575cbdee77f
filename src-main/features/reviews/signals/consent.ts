import type { Method, SignalView } from '@contract/reviews'
import { domainOf } from './domains'
import type { SignalFacts } from './facts'
import { signal, type Seen } from './seen'
import { missingElements } from './wording'

/** Methods where a form or a sheet of paper asked, so that double opt-in and wording can be expected. */
const ASKS_ONLINE: readonly Method[] = ['web_form']
const ASKS_IN_WORDS: readonly Method[] = ['web_form', 'event', 'partner']

/** Null: nothing was said, and the method doesn't ask. */
export function doubleOptInSignal({ submission }: SignalFacts): SignalView | null {
  if (submission === null) return null
  if (submission.doubleOptIn !== null) return signal('double_opt_in', submission.doubleOptIn ? 'claimed' : 'single')
  return ASKS_ONLINE.includes(submission.method) ? signal('double_opt_in', 'not_said') : null
}

/** What a consent must name: who sends, what for, and that it can be revoked. Null: no wording, and the method doesn't ask. */
export function consentWordingSignal({ submission, account }: SignalFacts): SignalView | null {
  if (submission === null) return null
  const { consentText, senderDomain, method } = submission
  if (consentText === null || consentText.trim() === '') return ASKS_IN_WORDS.includes(method) ? signal('consent_wording', 'absent') : null
  const domains = [account.domain, senderDomain].map(domainOf).filter((domain) => domain !== null)
  const missing = missingElements(consentText, { company: account.company, domains })
  if (missing.length === 0) return signal('consent_wording', 'complete')
  return signal('consent_wording', `missing_${missing.join('_')}` as Seen<'consent_wording'>, { missing })
}
