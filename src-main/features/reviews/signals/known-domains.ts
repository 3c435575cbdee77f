import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import providers from 'email-providers/all.json'

/** Providers with a domain in every country. */
const EVERYWHERE = new Set('gmail googlemail hotmail outlook live yahoo ymail gmx icloud aol msn protonmail'.split(' '))

/** Of our customers' countries, and not in the package. */
const OURS = `bahnhof.se bredband.net comhem.se tele2.se telia.com volny.cz online.no frisurf.no posteo.de tutanota.com tutanota.de tuta.com tuta.io fastmail.com hush.com`

/** In the package, and nobody's mailbox. */
const NO_PROVIDERS = new Set(['example.com', 'example.org', 'example.net'])

let freeMail: ReadonlySet<string> | null = null
let disposable: ReadonlySet<string> | null = null

/** REV-12: anybody gets an address there. `name`: the domain without its public suffix. */
export function isFreeMail({ registrable, name }: { readonly registrable: string; readonly name: string }): boolean {
  if (EVERYWHERE.has(name)) return true
  freeMail ??= new Set([...providers, ...OURS.split(' ')])
  return freeMail.has(registrable) && !NO_PROVIDERS.has(registrable)
}

/** REV-12: an address that vanishes within minutes. Subdomains of such a domain too. */
export function isDisposable({ host, registrable }: { readonly host: string; readonly registrable: string }): boolean {
  disposable ??= disposableEmailBlocklistSet()
  return disposable.has(registrable) || disposable.has(host)
}

/** Everybody's pages under one domain, told apart by the path: the domain says nothing about who made the form. */
const SHARED = new Set(
  `google.com forms.gle goo.gl bit.ly tinyurl.com linktr.ee typeform.com jotform.com jotformeu.com surveymonkey.com surveymonkey.de wufoo.com formstack.com
   cognitoforms.com paperform.co tally.so airtable.com office.com microsoft.com mailchi.mp eepurl.com list-manage.com cleverreach.com rapidmail.de newsletter2go.com
   sendinblue.com brevo.com sibforms.com mailerlite.com getresponse.com klaviyo.com hubspot.com hsforms.com activehosted.com facebook.com instagram.com linkedin.com
   xing.com x.com twitter.com tiktok.com youtube.com notion.site lamapoll.de umfrageonline.com eventbrite.com eventbrite.de dropbox.com`.split(/\s+/),
)

/** REV-12, REV-19: a service that many share. `registrable`: as punycode. */
export const isShared = (registrable: string): boolean => SHARED.has(registrable)

/** Everybody's own subdomain under one domain, where the public suffix list doesn't say so. */
const HOSTS =
  /(?:^|\.)([^.]+\.(?:blogspot\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})|wordpress\.com|jimdo\.com|jimdofree\.com|webnode\.[a-z]{2,3}|tumblr\.com|medium\.com|business\.site))$/

/** `shop.blogspot.de` → itself: its owner is not Blogspot. Null: hosted nowhere known. */
export function hostedName(host: string): string | null {
  return HOSTS.exec(host)?.[1] ?? null
}
