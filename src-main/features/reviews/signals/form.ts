import type { SignalView } from '@contract/reviews'
import { formAddress, formLink } from '../form-link'
import { domainOf, nearest, shown, type Domain, type Relation } from './domains'
import type { SignalFacts } from './facts'
import { isDisposable, isFreeMail, isShared } from './known-domains'
import { signal, type Seen } from './seen'

/** Longer addresses aren't shown whole. */
const LONGEST_SHOWN = 200
const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)

const isMissing = (text: string | null): text is null => text === null || text.trim() === ''

/** REV-04: the direct link or the bare main domain, or why it is neither. Null: the method needs no form, and none is given. */
export function formLinkSignal({ submission }: SignalFacts): SignalView | null {
  if (submission === null) return null
  const { formUrl, method } = submission
  if (isMissing(formUrl)) return method === 'web_form' ? signal('form_link', 'missing') : null
  const address = cut(formUrl.trim())
  const url = formAddress(formUrl)
  if (url === null) return signal('form_link', /^\s*(?!https?:)[a-z][a-z0-9+.-]{0,30}:/i.test(formUrl) ? 'not_web' : 'unreadable', { address })
  if (url.username !== '' || url.password !== '') return signal('form_link', 'credentials', { host: url.hostname })
  if (/^\[|^\d+(?:\.\d+){3}$/.test(url.hostname)) return signal('form_link', 'number', { host: url.hostname })
  const domain = domainOf(url.hostname)
  if (domain === null) return signal('form_link', 'not_public', { host: url.hostname })
  return formLink(formUrl) === 'deep' ? signal('form_link', 'deep_link', { address }) : signal('form_link', 'bare_domain', { domain: shown(domain) })
}

export function httpsSignal({ submission }: SignalFacts): SignalView | null {
  const url = formAddress(submission?.formUrl ?? null)
  if (url === null) return null
  if (!/^\s*https?:/i.test(submission?.formUrl ?? '')) return signal('https', 'unstated')
  return signal('https', url.protocol === 'https:' ? 'https' : 'http')
}

/** The account's own domains: of its site and, unless anybody gets one there, of its e-mail address. */
export function ownDomains({ account }: SignalFacts): Domain[] {
  const site = domainOf(account.domain)
  const mail = domainOf(account.email)
  const own = mail === null || isFreeMail(mail) || isDisposable(mail) ? null : mail
  return [site, own].filter((domain) => domain !== null)
}

/** The form's domain; null: none, or one that many share. */
export function formOwner({ submission }: SignalFacts): Domain | null {
  const domain = domainOf(formAddress(submission?.formUrl ?? null)?.hostname ?? null)
  return domain === null || isShared(domain.registrable) ? null : domain
}

const RELATION = {
  same: 'match',
  variant: 'variant',
  sibling: 'sibling',
  lookalike: 'lookalike',
  near: 'near',
  other: 'mismatch',
} as const satisfies Record<Relation, Seen<'form_domain'> & Seen<'sender_domain'>>

/** What the nearest of some domains makes of one. */
export const seenOf = (relation: Relation): (typeof RELATION)[Relation] => RELATION[relation]

export function formDomainSignal(facts: SignalFacts): SignalView | null {
  const form = domainOf(formAddress(facts.submission?.formUrl ?? null)?.hostname ?? null)
  if (form === null) return null
  if (isShared(form.registrable)) return signal('form_domain', 'shared_service', { form: shown(form) })
  const near = nearest(form, ownDomains(facts))
  if (near?.relation === 'other' && form.hosted) return signal('form_domain', 'hosted', { form: shown(form), account: shown(near.to) })
  if (near === null) return signal('form_domain', 'nothing_to_compare', { form: shown(form) })
  return signal('form_domain', seenOf(near.relation), { form: shown(form), account: shown(near.to) })
}

export function sharedFormSignal({ submission, sharedForm }: SignalFacts): SignalView | null {
  if (formAddress(submission?.formUrl ?? null) === null) return null
  if (sharedForm.accounts === 0) return signal('shared_form', 'own')
  return signal('shared_form', sharedForm.more ? 'widely_shared' : 'shared', { accounts: sharedForm.accounts })
}
