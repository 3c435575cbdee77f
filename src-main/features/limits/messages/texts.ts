import type { Language } from '@contract/define'
import type { TemplateText } from '@kernel/outbox/index'

/** What every text may use; `data.ts` fills it in. */
export type TextName = 'warning' | 'restricted' | 'upgraded' | 'all_clear' | 'lifted' | 'deletion_announced' | 'reverted'
export type Texts = Readonly<Record<TextName, TemplateText>>

/** The exceeded limits, one a line. */
export const OVER_LIST = '{{#over}}- {{what}}: {{used}} / {{limit}}\n{{/over}}'

/** Resources a plan can limit, as customers know them; one that Reeve has never heard of shows its own name. */
export const RESOURCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    contacts: 'Contacts',
    campaigns: 'Campaigns',
    funnels: 'Funnels',
    automations: 'Automations',
    domains: 'Domains',
    users: 'Users',
    emails: 'E-mails',
  },
  de: {
    contacts: 'Kontakte',
    campaigns: 'Kampagnen',
    funnels: 'Funnels',
    automations: 'Automationen',
    domains: 'Domains',
    users: 'Benutzer',
    emails: 'E-Mails',
  },
  sv: {
    contacts: 'Kontakter',
    campaigns: 'Kampanjer',
    funnels: 'Trattar',
    automations: 'Automatiseringar',
    domains: 'Domäner',
    users: 'Användare',
    emails: 'E-postmeddelanden',
  },
  cs: {
    contacts: 'Kontakty',
    campaigns: 'Kampaně',
    funnels: 'Trychtýře',
    automations: 'Automatizace',
    domains: 'Domény',
    users: 'Uživatelé',
    emails: 'E-maily',
  },
  nb: {
    contacts: 'Kontakter',
    campaigns: 'Kampanjer',
    funnels: 'Trakter',
    automations: 'Automatiseringer',
    domains: 'Domener',
    users: 'Brukere',
    emails: 'E-poster',
  },
}
