import type { Language } from '@contract/define'
import type { Method } from '@contract/reviews'
import type { TemplateText } from '@kernel/outbox/index'

/** What every text may use; `values.ts` fills it in. */
export type TextName = 'received' | 'incomplete' | 'accepted' | 'queried' | 'rejected' | 'reopened' | 'recorded'
export type Texts = Readonly<Record<TextName, TemplateText>>

/** What people wrote, line by line: a value never breaks out of its line. */
export const WRITTEN = '{{#written}}{{line}}\n{{/written}}'
/** One a line. */
export const ITEMS = '{{#items}}- {{what}}\n{{/items}}'

/** What a submission consists of, as customers know it (REV-02, REV-03); keys are the words of `completeness.ts`. */
export const PARTS = {
  policy_confirmed: {
    en: 'Confirmation that the rules for contact data were read',
    de: 'Bestätigung, dass die Regeln für Kontaktdaten gelesen wurden',
    sv: 'Bekräftelse på att reglerna för kontaktuppgifter har lästs',
    cs: 'Potvrzení, že jste četli pravidla pro kontaktní údaje',
    nb: 'Bekreftelse på at reglene for kontaktdata er lest',
  },
  method: {
    en: 'How the addresses were acquired',
    de: 'Herkunft der Adressen',
    sv: 'Hur adresserna samlades in',
    cs: 'Jak byly adresy získány',
    nb: 'Hvordan adressene ble samlet inn',
  },
  form_url: {
    en: 'Direct link to the sign-up form',
    de: 'Direkter Link zum Anmeldeformular',
    sv: 'Direktlänk till anmälningsformuläret',
    cs: 'Přímý odkaz na přihlašovací formulář',
    nb: 'Direkte lenke til påmeldingsskjemaet',
  },
  double_opt_in: {
    en: 'Addresses confirmed by e-mail (double opt-in)',
    de: 'Adressen per E-Mail bestätigt (Double-Opt-in)',
    sv: 'Adresser bekräftade via e-post (dubbel opt-in)',
    cs: 'Adresy potvrzené e-mailem (double opt-in)',
    nb: 'Adresser bekreftet på e-post (dobbel opt-in)',
  },
  consent_text: {
    en: 'Wording of the consent',
    de: 'Wortlaut der Einwilligung',
    sv: 'Samtyckestextens lydelse',
    cs: 'Znění souhlasu',
    nb: 'Ordlyden i samtykket',
  },
  collected: { en: 'Period of collection', de: 'Zeitraum der Erhebung', sv: 'Insamlingsperiod', cs: 'Období sběru', nb: 'Innsamlingsperiode' },
  event_name: { en: 'Name of the event', de: 'Name der Veranstaltung', sv: 'Evenemangets namn', cs: 'Název akce', nb: 'Navn på arrangementet' },
  event_date: { en: 'Date of the event', de: 'Datum der Veranstaltung', sv: 'Evenemangets datum', cs: 'Datum akce', nb: 'Dato for arrangementet' },
  partner_name: { en: 'Name of the partner', de: 'Name des Partners', sv: 'Partnerns namn', cs: 'Název partnera', nb: 'Navn på partneren' },
  partner_contract: {
    en: 'Contract with the partner',
    de: 'Vertrag mit dem Partner',
    sv: 'Avtal med partnern',
    cs: 'Smlouva s partnerem',
    nb: 'Avtale med partneren',
  },
  previous_provider: { en: 'Previous provider', de: 'Bisheriger Anbieter', sv: 'Tidigare leverantör', cs: 'Předchozí poskytovatel', nb: 'Tidligere leverandør' },
  details: {
    en: 'Description of how the addresses were acquired',
    de: 'Beschreibung, wie die Adressen gewonnen wurden',
    sv: 'Beskrivning av hur adresserna samlades in',
    cs: 'Popis, jak byly adresy získány',
    nb: 'Beskrivelse av hvordan adressene ble samlet inn',
  },
  sender_domain: { en: 'Sender’s domain', de: 'Domain des Absenders', sv: 'Avsändarens domän', cs: 'Doména odesílatele', nb: 'Avsenderens domene' },
  contact: {
    en: 'Contact person with name and e-mail address',
    de: 'Ansprechperson mit Name und E-Mail-Adresse',
    sv: 'Kontaktperson med namn och e-postadress',
    cs: 'Kontaktní osoba se jménem a e-mailovou adresou',
    nb: 'Kontaktperson med navn og e-postadresse',
  },
  answer: { en: 'Answer', de: 'Antwort', sv: 'Svar', cs: 'Odpověď', nb: 'Svar' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type PartName = keyof typeof PARTS

export const METHOD_NAMES: Readonly<Record<Method, Readonly<Record<Language, string>>>> = {
  web_form: { en: 'Form on a website', de: 'Formular auf einer Website', sv: 'Formulär på en webbplats', cs: 'Formulář na webu', nb: 'Skjema på et nettsted' },
  purchase: {
    en: 'Purchase, existing customers',
    de: 'Kauf, Bestandskunden',
    sv: 'Köp, befintliga kunder',
    cs: 'Nákup, stávající zákazníci',
    nb: 'Kjøp, eksisterende kunder',
  },
  event: { en: 'Event or on paper', de: 'Veranstaltung oder auf Papier', sv: 'Evenemang eller på papper', cs: 'Akce nebo na papíře', nb: 'Arrangement eller på papir' },
  partner: { en: 'Partner', de: 'Partner', sv: 'Partner', cs: 'Partner', nb: 'Partner' },
  migration: {
    en: 'Moved from another provider',
    de: 'Umzug von einem anderen Anbieter',
    sv: 'Flytt från en annan leverantör',
    cs: 'Přechod od jiného poskytovatele',
    nb: 'Flyttet fra en annen leverandør',
  },
  other: { en: 'Other', de: 'Sonstiges', sv: 'Annat', cs: 'Jinak', nb: 'Annet' },
}

export const YES_NO: Readonly<Record<Language, readonly [no: string, yes: string]>> = {
  en: ['no', 'yes'],
  de: ['nein', 'ja'],
  sv: ['nej', 'ja'],
  cs: ['ne', 'ano'],
  nb: ['nei', 'ja'],
}
