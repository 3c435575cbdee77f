import type { Language } from '@contract/define'

/** What every message says, whatever it is about. `%` is the account's company. */
export const WORDS: Readonly<Record<Language, { greeting: string; closing: string; automatic: string }>> = {
  en: {
    greeting: 'Hello %,',
    closing: 'Kind regards',
    automatic: 'This message was sent automatically because it concerns your account. If you have questions, please contact our support.',
  },
  de: {
    greeting: 'Guten Tag %,',
    closing: 'Freundliche Grüße',
    automatic: 'Diese Nachricht wurde automatisch versandt, weil sie Ihr Konto betrifft. Bei Fragen wenden Sie sich bitte an unseren Support.',
  },
  sv: {
    greeting: 'Hej %!',
    closing: 'Vänliga hälsningar',
    automatic: 'Det här meddelandet har skickats automatiskt eftersom det gäller ditt konto. Kontakta vår support om du har frågor.',
  },
  cs: {
    greeting: 'Dobrý den, %,',
    closing: 'S pozdravem',
    automatic: 'Tato zpráva byla odeslána automaticky, protože se týká vašeho účtu. S dotazy se prosím obraťte na naši podporu.',
  },
  nb: {
    greeting: 'Hei, %!',
    closing: 'Vennlig hilsen',
    automatic: 'Denne meldingen er sendt automatisk fordi den gjelder kontoen din. Ta kontakt med kundestøtten vår hvis du har spørsmål.',
  },
}
