import type { Language } from '@contract/define'
import type { ConditionName } from '@contract/sharing'

interface Parties {
  readonly sender: string
  readonly receiver: string
}

type Say = (parties: Parties) => string

/** SHR-01, SHR-06: who must do what, for each condition that doesn’t hold. */
export const TODO: Readonly<Record<ConditionName, Readonly<Record<Language, Say>>>> = {
  sender_open: {
    en: ({ sender }) => `${sender}: the account is not open`,
    de: ({ sender }) => `${sender}: das Konto ist nicht offen`,
    sv: ({ sender }) => `${sender}: kontot är inte öppet`,
    cs: ({ sender }) => `${sender}: účet není otevřený`,
    nb: ({ sender }) => `${sender}: kontoen er ikke åpen`,
  },
  receiver_open: {
    en: ({ receiver }) => `${receiver}: the account is not open`,
    de: ({ receiver }) => `${receiver}: das Konto ist nicht offen`,
    sv: ({ receiver }) => `${receiver}: kontot är inte öppet`,
    cs: ({ receiver }) => `${receiver}: účet není otevřený`,
    nb: ({ receiver }) => `${receiver}: kontoen er ikke åpen`,
  },
  sender_addon: {
    en: ({ sender }) => `${sender}: book the add-on for sharing leads`,
    de: ({ sender }) => `${sender}: die Zusatzfunktion zur Weitergabe von Leads buchen`,
    sv: ({ sender }) => `${sender}: beställ tillägget för delning av leads`,
    cs: ({ sender }) => `${sender}: zakoupit doplněk pro sdílení leadů`,
    nb: ({ sender }) => `${sender}: bestill tillegget for deling av leads`,
  },
  receiver_addon: {
    en: ({ receiver }) => `${receiver}: book the add-on for sharing leads`,
    de: ({ receiver }) => `${receiver}: die Zusatzfunktion zur Weitergabe von Leads buchen`,
    sv: ({ receiver }) => `${receiver}: beställ tillägget för delning av leads`,
    cs: ({ receiver }) => `${receiver}: zakoupit doplněk pro sdílení leadů`,
    nb: ({ receiver }) => `${receiver}: bestill tillegget for deling av leads`,
  },
  same_team: {
    en: ({ sender, receiver }) => `${sender} and ${receiver}: join the same team`,
    de: ({ sender, receiver }) => `${sender} und ${receiver}: demselben Team beitreten`,
    sv: ({ sender, receiver }) => `${sender} och ${receiver}: gå med i samma team`,
    cs: ({ sender, receiver }) => `${sender} a ${receiver}: být ve stejném týmu`,
    nb: ({ sender, receiver }) => `${sender} og ${receiver}: bli med i samme team`,
  },
  sender_not_held: {
    en: ({ sender }) => `${sender}: pay the overdue invoice`,
    de: ({ sender }) => `${sender}: die überfällige Rechnung bezahlen`,
    sv: ({ sender }) => `${sender}: betala den förfallna fakturan`,
    cs: ({ sender }) => `${sender}: uhradit fakturu po splatnosti`,
    nb: ({ sender }) => `${sender}: betal den forfalte fakturaen`,
  },
  receiver_may_import: {
    en: ({ receiver }) => `${receiver}: imports are switched off; bring the account within its limits`,
    de: ({ receiver }) => `${receiver}: Importe sind abgeschaltet; das Konto innerhalb seiner Grenzen bringen`,
    sv: ({ receiver }) => `${receiver}: importer är avstängda; se till att kontot ligger inom sina gränser`,
    cs: ({ receiver }) => `${receiver}: importy jsou vypnuté; dostat účet do jeho limitů`,
    nb: ({ receiver }) => `${receiver}: importer er slått av; få kontoen innenfor grensene`,
  },
  receiver_acceptance: {
    en: ({ sender, receiver }) => `${receiver}: agree to receive leads from ${sender}`,
    de: ({ sender, receiver }) => `${receiver}: dem Empfang von Leads von ${sender} zustimmen`,
    sv: ({ sender, receiver }) => `${receiver}: godkänn att ta emot leads från ${sender}`,
    cs: ({ sender, receiver }) => `${receiver}: souhlasit s příjmem leadů od ${sender}`,
    nb: ({ sender, receiver }) => `${receiver}: godta å motta leads fra ${sender}`,
  },
  sender_strategy_personal: {
    en: ({ sender }) => `${sender}: use a personal strategy, not a shared one`,
    de: ({ sender }) => `${sender}: eine persönliche statt einer geteilten Strategie verwenden`,
    sv: ({ sender }) => `${sender}: använd en personlig strategi, inte en delad`,
    cs: ({ sender }) => `${sender}: použít osobní strategii, ne strategii ke sdílení`,
    nb: ({ sender }) => `${sender}: bruk en personlig strategi, ikke en delt`,
  },
  sender_link: {
    en: ({ sender }) => `${sender}: choose a link of the own account`,
    de: ({ sender }) => `${sender}: einen Link des eigenen Kontos wählen`,
    sv: ({ sender }) => `${sender}: välj en länk från det egna kontot`,
    cs: ({ sender }) => `${sender}: vybrat odkaz vlastního účtu`,
    nb: ({ sender }) => `${sender}: velg en lenke fra egen konto`,
  },
  target_strategy: {
    en: ({ receiver }) => `${receiver}: switch the target strategy on`,
    de: ({ receiver }) => `${receiver}: die Zielstrategie einschalten`,
    sv: ({ receiver }) => `${receiver}: slå på målstrategin`,
    cs: ({ receiver }) => `${receiver}: zapnout cílovou strategii`,
    nb: ({ receiver }) => `${receiver}: slå på målstrategien`,
  },
  target_group: {
    en: ({ receiver }) => `${receiver}: switch the target group on`,
    de: ({ receiver }) => `${receiver}: die Zielgruppe der Strategie einschalten`,
    sv: ({ receiver }) => `${receiver}: slå på målgruppen`,
    cs: ({ receiver }) => `${receiver}: zapnout cílovou skupinu`,
    nb: ({ receiver }) => `${receiver}: slå på målgruppen`,
  },
  own_terms: {
    en: ({ sender }) => `${sender}: give the address of the own terms`,
    de: ({ sender }) => `${sender}: die Adresse der eigenen Bedingungen angeben`,
    sv: ({ sender }) => `${sender}: ange adressen till de egna villkoren`,
    cs: ({ sender }) => `${sender}: uvést adresu vlastních podmínek`,
    nb: ({ sender }) => `${sender}: oppgi adressen til egne vilkår`,
  },
  company_data: {
    en: ({ sender, receiver }) => `${sender} and ${receiver}: complete the company data for the legal document`,
    de: ({ sender, receiver }) => `${sender} und ${receiver}: die Firmendaten für das Rechtsdokument vervollständigen`,
    sv: ({ sender, receiver }) => `${sender} och ${receiver}: komplettera företagsuppgifterna för det juridiska dokumentet`,
    cs: ({ sender, receiver }) => `${sender} a ${receiver}: doplnit firemní údaje pro právní dokument`,
    nb: ({ sender, receiver }) => `${sender} og ${receiver}: fyll ut firmaopplysningene til det juridiske dokumentet`,
  },
}
