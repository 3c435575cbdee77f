import type { Language } from '@contract/define'

/** What the demo's staff write, in the language of whose desk it is. */
export const STAFF_WORDS: Readonly<
  Record<
    Language,
    {
      readonly views: readonly [overdue: string, flagged: string, forms: string]
      readonly snooze: string
      readonly handOver: string
      readonly source: string
    }
  >
> = {
  en: {
    views: ['Overdue', 'With something against', 'Web forms'],
    snooze: 'Waiting for the directory’s terms from legal',
    handOver: 'You had their last prize draw. Could you take this one too?',
    source: 'E-mail of the customer, ticket 4711',
  },
  de: {
    views: ['Überfällig', 'Mit Gegenzeichen', 'Webformulare'],
    snooze: 'Warte auf die Nutzungsbedingungen des Verzeichnisses von der Rechtsabteilung',
    handOver: 'Du hattest das letzte Gewinnspiel. Nimmst du dieses auch?',
    source: 'E-Mail des Kunden, Ticket 4711',
  },
  sv: {
    views: ['Försenade', 'Med något emot', 'Webbformulär'],
    snooze: 'Väntar på registrets villkor från juristerna',
    handOver: 'Du hade deras förra tävling. Kan du ta den här också?',
    source: 'E-post från kunden, ärende 4711',
  },
  cs: {
    views: ['Po termínu', 'S něčím proti', 'Webové formuláře'],
    snooze: 'Čekám na podmínky katalogu od právníků',
    handOver: 'Jejich minulou soutěž máš za sebou. Vezmeš si i tuhle?',
    source: 'E-mail zákazníka, tiket 4711',
  },
  nb: {
    views: ['Over fristen', 'Med noe imot', 'Nettskjemaer'],
    snooze: 'Venter på registerets vilkår fra juristene',
    handOver: 'Du hadde den forrige konkurransen. Kan du ta denne også?',
    source: 'E-post fra kunden, sak 4711',
  },
}
