import type { SignalView } from '@contract/reviews'
import { typoOf } from '../addresses'
import { domainOf, nearest, shown, type Domain } from './domains'
import type { SignalFacts } from './facts'
import { formOwner, ownDomains, seenOf } from './form'
import { isDisposable, isFreeMail } from './known-domains'
import { shareOf } from './sample'
import { signal } from './seen'

/** The domain that newsletters will come from, against account and form. */
export function senderDomainSignal(facts: SignalFacts): SignalView | null {
  if (facts.submission === null) return null
  const text = facts.submission.senderDomain
  if (text === null || text.trim() === '') return signal('sender_domain', 'missing')
  const sender = domainOf(text)
  if (sender === null) return signal('sender_domain', 'unreadable', { sender: text.trim().slice(0, 100) })
  const params = { sender: shown(sender) }
  if (isDisposable(sender)) return signal('sender_domain', 'disposable', params)
  if (isFreeMail(sender)) return signal('sender_domain', 'free_mail', params)
  const form = formOwner(facts)
  const near = nearest(sender, form === null ? ownDomains(facts) : [...ownDomains(facts), form])
  if (near === null) return signal('sender_domain', 'nothing_to_compare', params)
  return signal('sender_domain', seenOf(near.relation), { ...params, other: shown(near.to) })
}

/** Whose address the account was opened with. */
export function accountAddressSignal(facts: SignalFacts): SignalView {
  const mail = domainOf(facts.account.email)
  if (mail === null) return signal('account_address', 'unreadable')
  const params = { domain: shown(mail) }
  if (isDisposable(mail)) return signal('account_address', 'disposable', params)
  if (isFreeMail(mail)) return signal('account_address', 'free_mail', params)
  const others = [domainOf(facts.account.domain), formOwner(facts)].filter((domain) => domain !== null)
  const near = nearest(mail, others)
  switch (near?.relation) {
    case undefined:
      return signal('account_address', 'nothing_to_compare', params)
    case 'same':
      return signal('account_address', 'own_domain', params)
    case 'lookalike':
      return signal('account_address', 'lookalike', { ...params, other: shown(near!.to) })
    default:
      return signal('account_address', 'other_domain', { ...params, other: shown(near!.to) })
  }
}

/** From this share (%) of a sample on, slips aren't chance. */
const MANY_TYPOS = 2

/** Slips for a well-known provider: in what the customer names, else in the sample. Null: nothing to look at. */
export function typoDomainSignal(facts: SignalFacts): SignalView | null {
  for (const text of [facts.account.email, facts.submission?.senderDomain ?? null, formOwner(facts)?.registrable ?? null]) {
    const slip = text === null ? null : slipIn(text)
    if (slip !== null) return signal('typo_domain', 'named', slip)
  }
  const { sample } = facts
  if (sample === null || sample.addresses <= 0) return null
  const params = { typos: sample.typoDomains, addresses: sample.addresses, percent: shareOf(sample.typoDomains, sample.addresses) }
  if (sample.typoDomains === 0) return signal('typo_domain', 'none', params)
  return signal('typo_domain', params.percent >= MANY_TYPOS ? 'many_in_sample' : 'few_in_sample', params)
}

/** `gmаil.com` with a Cyrillic letter is a slip as well as `gmial.com` and `gmail.con`, which is no domain at all. */
function slipIn(text: string): { domain: string; meant: string } | null {
  const domain = domainOf(text)
  const ascii = domain?.registrable ?? /(?:^|@)([a-z0-9.-]{4,64})$/i.exec(text.trim().slice(-80))?.[1]?.toLowerCase() ?? null
  const typed = ascii === null ? null : typoOf(`a@${ascii}`)
  if (typed !== null) return { domain: domain === null ? ascii! : shown(domain), meant: typed }
  if (domain === null || isFreeMail(domain)) return null
  const near = nearest(domain, WELL_KNOWN())
  return near?.relation === 'lookalike' || near?.relation === 'near' ? { domain: shown(domain), meant: near.to.registrable } : null
}

let wellKnown: readonly Domain[] | null = null
const WELL_KNOWN = (): readonly Domain[] =>
  (wellKnown ??=
    `gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com gmx.de gmx.net web.de t-online.de freenet.de seznam.cz centrum.cz
    telia.com online.no`
      .split(/\s+/)
      .map(domainOf)
      .filter((domain) => domain !== null))
