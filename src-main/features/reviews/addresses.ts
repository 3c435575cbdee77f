import { run as spelled } from '@zootools/email-spell-checker'
import providers from 'email-providers/common.json'
import { isEmail } from '@kernel/feeds/index'
import { remembering } from './remembered'

/** Functions, not people (RFC 2142), in the languages of our customers. */
const ROLES = new Set(
  `abuse admin administration anfrage anmeldung bestellung booking buchhaltung buero büro contact dotazy ekonomi faktura firma help helpdesk hostmaster hr
   info information jobs kancelar kancelář kansli karriere kontakt kontor kundenservice kundservice mail marketing mottak news newsletter no-reply noc noreply
   objednavky obchod office order orders podpora post postmaster press presse recepce reception reklamace rezeption sales security service servis shop
   spam support team uctarna vertrieb verwaltung webmaster zentrale`.split(/\s+/),
)

const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase()
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** REV-12: nobody's own address. `info+news@` and `info.de@` too. */
export const isRoleAddress = (address: string): boolean => ROLES.has(localPart(address)) || ROLES.has(localPart(address).split(/[+.]/)[0]!)

/** REV-12: nothing can be sent there. */
export const isMalformed = (address: string): boolean => !isEmail(address)

/** Only the large ones: the long list holds `gmial.com` too. */
const KNOWN: ReadonlySet<string> = new Set(providers)
/** Shorter names are too close to others: `wep.de` may be somebody's own. */
const SHORTEST = 5
const providerMeant = remembering(20_000, judged)

/** REV-12: the provider that was probably meant; null: the domain is one, or resembles none. */
export const typoOf = (address: string): string | null => providerMeant(domainOf(address))

function judged(domain: string): string | null {
  // The package builds an expression of what it is given.
  if (domain.length > 64 || !/^[\p{L}\p{N}.-]+$/u.test(domain) || KNOWN.has(domain)) return null
  const meant = spelled({ email: `a@${domain}` })?.domain
  if (meant === undefined || !KNOWN.has(meant)) return null
  const name = meant.split('.')[0]!
  return name.length >= SHORTEST || domain.split('.')[0] === name ? meant : null
}
