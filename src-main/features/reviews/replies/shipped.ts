import { LANGUAGES, type Language } from '@contract/define'
import type { SavedReply } from '@contract/reviews'
import type { Unit } from '@kernel/unit'
import { addReply } from './replies'

interface Shipped {
  readonly kind: SavedReply['kind']
  readonly words: Readonly<Record<Language, readonly [title: string, text: string]>>
}

const query = (words: Shipped['words']): Shipped => ({ kind: 'query', words })
const reject = (words: Shipped['words']): Shipped => ({ kind: 'reject', words })

/** REV-15: what reviewers ask and explain most, without greeting and closing: the message has them. */
export const SHIPPED_REPLIES: readonly Shipped[] = [
  query({
    en: [
      'Direct link to the form',
      'For “{{group}}” you gave us this address: {{formUrl}}\n\nWe couldn’t find the sign-up form there. Please send us the direct link to the page where people enter their address.',
    ],
    de: [
      'Direkter Link zum Formular',
      'Für „{{group}}“ haben Sie uns diese Adresse genannt: {{formUrl}}\n\nDort konnten wir das Anmeldeformular nicht finden. Bitte senden Sie uns den direkten Link zu der Seite, auf der sich die Empfänger eintragen.',
    ],
    sv: [
      'Direktlänk till formuläret',
      'För ”{{group}}” angav du den här adressen: {{formUrl}}\n\nVi hittade inget anmälningsformulär där. Skicka oss direktlänken till sidan där mottagarna skriver in sin adress.',
    ],
    cs: [
      'Přímý odkaz na formulář',
      'Pro skupinu „{{group}}“ jste nám uvedli tuto adresu: {{formUrl}}\n\nPřihlašovací formulář jsme tam nenašli. Pošlete nám prosím přímý odkaz na stránku, kde příjemci zadávají svou adresu.',
    ],
    nb: [
      'Direkte lenke til skjemaet',
      'For «{{group}}» oppga du denne adressen: {{formUrl}}\n\nVi fant ikke påmeldingsskjemaet der. Send oss den direkte lenken til siden der mottakerne skriver inn adressen sin.',
    ],
  }),
  query({
    en: [
      'Consent wording',
      'Which text did the people in “{{group}}” agree to? Please send us the wording as it stood when they signed up: word for word, with the name of the sender and the note on how to unsubscribe.',
    ],
    de: [
      'Wortlaut der Einwilligung',
      'Welchem Text haben die Empfänger in „{{group}}“ zugestimmt? Bitte senden Sie uns den damaligen Wortlaut vollständig, mit dem Namen des Absenders und dem Hinweis zur Abmeldung.',
    ],
    sv: [
      'Samtyckestextens lydelse',
      'Vilken text godkände mottagarna i ”{{group}}”? Skicka oss texten ordagrant så som den löd när de anmälde sig, med avsändarens namn och informationen om hur man avslutar.',
    ],
    cs: [
      'Znění souhlasu',
      'S jakým textem souhlasili příjemci ve skupině „{{group}}“? Pošlete nám prosím doslovné znění z doby přihlášení, se jménem odesílatele a s informací o odhlášení.',
    ],
    nb: [
      'Ordlyden i samtykket',
      'Hvilken tekst sa mottakerne i «{{group}}» ja til? Send oss ordlyden slik den var da de meldte seg på, ord for ord, med avsenderens navn og opplysningen om hvordan man melder seg av.',
    ],
  }),
  query({
    en: [
      'Confirmation of addresses',
      'Were the addresses in “{{group}}” confirmed by a link in an e-mail before you wrote to them (double opt-in)? If so, please send us the confirmation e-mail and say since when it has been in use.',
    ],
    de: [
      'Bestätigung der Adressen',
      'Wurden die Adressen in „{{group}}“ vor dem ersten Versand über einen Link in einer E-Mail bestätigt (Double-Opt-in)? Wenn ja, senden Sie uns bitte die Bestätigungs-E-Mail und nennen Sie uns, seit wann sie im Einsatz ist.',
    ],
    sv: [
      'Bekräftelse av adresserna',
      'Bekräftades adresserna i ”{{group}}” via en länk i ett mejl innan du skrev till dem (dubbel opt-in)? Skicka i så fall bekräftelsemejlet och berätta sedan när det används.',
    ],
    cs: [
      'Potvrzení adres',
      'Byly adresy ve skupině „{{group}}“ před prvním rozesláním potvrzeny odkazem v e-mailu (double opt-in)? Pokud ano, pošlete nám prosím potvrzovací e-mail a uveďte, od kdy se používá.',
    ],
    nb: [
      'Bekreftelse av adressene',
      'Ble adressene i «{{group}}» bekreftet med en lenke i en e-post før du skrev til dem (dobbel opt-in)? Send oss i så fall bekreftelses-e-posten, og fortell siden når den har vært i bruk.',
    ],
  }),
  query({
    en: [
      'When the addresses were collected',
      'From when to when were the addresses in “{{group}}” collected, and when did {{company}} last write to them?',
    ],
    de: [
      'Zeitraum der Erhebung',
      'Von wann bis wann wurden die Adressen in „{{group}}“ erhoben, und wann hat {{company}} sie zuletzt angeschrieben?',
    ],
    sv: ['När adresserna samlades in', 'Från när till när samlades adresserna i ”{{group}}” in, och när skrev {{company}} senast till dem?'],
    cs: ['Období získání adres', 'Od kdy do kdy byly adresy ve skupině „{{group}}“ získávány a kdy jim {{company}} naposledy psala?'],
    nb: ['Når adressene ble samlet inn', 'Fra når til når ble adressene i «{{group}}» samlet inn, og når skrev {{company}} sist til dem?'],
  }),
  query({
    en: [
      'Consent through a partner',
      'You received the addresses in “{{group}}” through a partner. Please send us the text that people agreed to there. Is {{company}} named in it?',
    ],
    de: [
      'Einwilligung über einen Partner',
      'Die Adressen in „{{group}}“ haben Sie über einen Partner erhalten. Bitte senden Sie uns den Text, dem die Empfänger dort zugestimmt haben. Wird {{company}} darin genannt?',
    ],
    sv: [
      'Samtycke via en partner',
      'Adresserna i ”{{group}}” fick du via en partner. Skicka oss texten som mottagarna godkände där. Nämns {{company}} i den?',
    ],
    cs: [
      'Souhlas přes partnera',
      'Adresy ve skupině „{{group}}“ máte od partnera. Pošlete nám prosím text, se kterým u něj příjemci souhlasili. Je v něm {{company}} jmenována?',
    ],
    nb: [
      'Samtykke gjennom en partner',
      'Adressene i «{{group}}» fikk du gjennom en partner. Send oss teksten som mottakerne sa ja til der. Er {{company}} nevnt i den?',
    ],
  }),
  query({
    en: [
      'Sign-up at an event',
      'How did people sign up for “{{group}}” at the event? Please send us a photo or copy of the form, and tell us the event’s name and date.',
    ],
    de: [
      'Anmeldung auf einer Veranstaltung',
      'Wie haben sich die Empfänger auf der Veranstaltung für „{{group}}“ eingetragen? Bitte senden Sie uns ein Foto oder eine Kopie des Formulars und nennen Sie uns Name und Datum der Veranstaltung.',
    ],
    sv: [
      'Anmälan vid ett evenemang',
      'Hur anmälde sig mottagarna till ”{{group}}” på evenemanget? Skicka ett foto eller en kopia av formuläret och ange evenemangets namn och datum.',
    ],
    cs: [
      'Přihlášení na akci',
      'Jak se příjemci na akci přihlásili do skupiny „{{group}}“? Pošlete nám prosím fotografii nebo kopii formuláře a uveďte název a datum akce.',
    ],
    nb: [
      'Påmelding på et arrangement',
      'Hvordan meldte mottakerne seg på «{{group}}» på arrangementet? Send oss et bilde eller en kopi av skjemaet, og oppgi arrangementets navn og dato.',
    ],
  }),
  reject({
    en: [
      'Bought or rented addresses',
      'The addresses in “{{group}}” come from a third party. The people behind them never agreed to hear from {{company}}, so they can’t be written to through our system. Addresses of people who signed up with you can be submitted as a group of their own.',
    ],
    de: [
      'Gekaufte oder gemietete Adressen',
      'Die Adressen in „{{group}}“ stammen von einem Dritten. Die Personen haben nie zugestimmt, von {{company}} zu hören, und können deshalb über unser System nicht angeschrieben werden. Adressen von Personen, die sich bei Ihnen angemeldet haben, können Sie als eigene Gruppe einreichen.',
    ],
    sv: [
      'Köpta eller hyrda adresser',
      'Adresserna i ”{{group}}” kommer från en tredje part. Personerna har aldrig gått med på att höra från {{company}} och kan därför inte få utskick via vårt system. Adresser till personer som anmält sig hos dig kan lämnas in som en egen grupp.',
    ],
    cs: [
      'Koupené nebo pronajaté adresy',
      'Adresy ve skupině „{{group}}“ pocházejí od třetí strany. Lidé nikdy nesouhlasili se zprávami od {{company}}, proto jim přes náš systém psát nelze. Adresy těch, kdo se přihlásili u vás, můžete předložit jako samostatnou skupinu.',
    ],
    nb: [
      'Kjøpte eller leide adresser',
      'Adressene i «{{group}}» kommer fra en tredjepart. Personene har aldri sagt ja til å høre fra {{company}} og kan derfor ikke få utsendinger gjennom systemet vårt. Adresser til personer som har meldt seg på hos deg, kan sendes inn som en egen gruppe.',
    ],
  }),
  reject({
    en: [
      'No confirmation of the addresses',
      'The addresses in “{{group}}” were never confirmed: anybody could have entered them. Ask people to sign up anew with a confirmation e-mail (double opt-in); those who confirm can be submitted as a new group.',
    ],
    de: [
      'Keine Bestätigung der Adressen',
      'Die Adressen in „{{group}}“ wurden nie bestätigt: Jeder kann sie eingetragen haben. Lassen Sie die Empfänger sich mit einer Bestätigungs-E-Mail (Double-Opt-in) neu anmelden; wer bestätigt, kann als neue Gruppe eingereicht werden.',
    ],
    sv: [
      'Adresserna är inte bekräftade',
      'Adresserna i ”{{group}}” bekräftades aldrig: vem som helst kan ha skrivit in dem. Be mottagarna anmäla sig på nytt med ett bekräftelsemejl (dubbel opt-in); de som bekräftar kan lämnas in som en ny grupp.',
    ],
    cs: [
      'Adresy nebyly potvrzeny',
      'Adresy ve skupině „{{group}}“ nebyly nikdy potvrzeny: mohl je zadat kdokoli. Nechte příjemce přihlásit se znovu s potvrzovacím e-mailem (double opt-in); ty, kdo potvrdí, lze předložit jako novou skupinu.',
    ],
    nb: [
      'Adressene er ikke bekreftet',
      'Adressene i «{{group}}» ble aldri bekreftet: hvem som helst kan ha skrevet dem inn. Be mottakerne melde seg på på nytt med en bekreftelses-e-post (dobbel opt-in); de som bekrefter, kan sendes inn som en ny gruppe.',
    ],
  }),
  reject({
    en: [
      'Consent doesn’t name the sender',
      'The text that the people in “{{group}}” agreed to doesn’t name {{company}}. Their consent doesn’t cover your messages. With a text that names you and says how to unsubscribe, new sign-ups can be accepted.',
    ],
    de: [
      'Einwilligung nennt den Absender nicht',
      'Der Text, dem die Empfänger in „{{group}}“ zugestimmt haben, nennt {{company}} nicht. Die Einwilligung deckt Ihre Nachrichten nicht ab. Mit einem Text, der Sie nennt und auf die Abmeldung hinweist, können neue Anmeldungen freigegeben werden.',
    ],
    sv: [
      'Samtycket nämner inte avsändaren',
      'Texten som mottagarna i ”{{group}}” godkände nämner inte {{company}}. Samtycket omfattar inte dina utskick. Med en text som nämner dig och hur man avslutar kan nya anmälningar godkännas.',
    ],
    cs: [
      'Souhlas nejmenuje odesílatele',
      'Text, se kterým příjemci ve skupině „{{group}}“ souhlasili, nejmenuje {{company}}. Souhlas se na vaše zprávy nevztahuje. S textem, který vás jmenuje a uvádí způsob odhlášení, lze nová přihlášení schválit.',
    ],
    nb: [
      'Samtykket nevner ikke avsenderen',
      'Teksten som mottakerne i «{{group}}» sa ja til, nevner ikke {{company}}. Samtykket dekker ikke utsendingene dine. Med en tekst som nevner deg og hvordan man melder seg av, kan nye påmeldinger godkjennes.',
    ],
  }),
  reject({
    en: [
      'Permission too old',
      'The addresses in “{{group}}” were collected long ago and haven’t been written to since. People no longer expect messages from {{company}}, and many addresses are no longer in use. We therefore can’t accept the group.',
    ],
    de: [
      'Erlaubnis zu alt',
      'Die Adressen in „{{group}}“ wurden vor langer Zeit erhoben und seither nicht angeschrieben. Die Empfänger rechnen nicht mehr mit Nachrichten von {{company}}, und viele Adressen sind nicht mehr in Gebrauch. Wir können die Gruppe deshalb nicht freigeben.',
    ],
    sv: [
      'Tillståndet för gammalt',
      'Adresserna i ”{{group}}” samlades in för länge sedan och har inte fått något utskick sedan dess. Mottagarna väntar sig inte längre något från {{company}}, och många adresser används inte längre. Därför kan vi inte godkänna gruppen.',
    ],
    cs: [
      'Příliš staré svolení',
      'Adresy ve skupině „{{group}}“ byly získány dávno a od té doby jim nikdo nepsal. Příjemci už zprávy od {{company}} neočekávají a mnoho adres se nepoužívá. Skupinu proto nemůžeme schválit.',
    ],
    nb: [
      'Tillatelsen for gammel',
      'Adressene i «{{group}}» ble samlet inn for lenge siden og har ikke fått noen utsending siden. Mottakerne venter seg ikke lenger noe fra {{company}}, og mange adresser er ikke lenger i bruk. Derfor kan vi ikke godkjenne gruppen.',
    ],
  }),
]

export function addShippedReplies(unit: Unit): void {
  for (const { kind, words } of SHIPPED_REPLIES) {
    for (const language of LANGUAGES) {
      const [title, text] = words[language]
      addReply(unit, { kind, language, title, text })
    }
  }
}
