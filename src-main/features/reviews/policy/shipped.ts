import type { Language } from '@contract/define'

export interface ReasonWords {
  readonly title: string
  readonly guidance: string
}
export type WordsByLanguage = Readonly<Partial<Record<Language, ReasonWords>>>

type All = Readonly<Record<Language, readonly [title: string, guidance: string]>>

const reason = (code: string, all: All): { readonly code: string; readonly words: WordsByLanguage } => ({
  code,
  words: Object.fromEntries(Object.entries(all).map(([language, [title, guidance]]) => [language, { title, guidance }])),
})

/** REV-20: the catalogue as shipped, in its order. The title goes to the customer, the guidance is for reviewers. */
export const SHIPPED_REASONS = [
  reason('bought_or_rented', {
    en: [
      'Bought or rented list',
      'The addresses come from a seller or a list rental. The people on it never agreed to hear from this sender. A consent that a seller claims to have collected for third parties names nobody and doesn’t count.',
    ],
    de: [
      'Gekaufte oder gemietete Liste',
      'Die Adressen stammen von einem Händler oder Vermieter. Die Personen haben nie zugestimmt, von diesem Absender zu hören. Eine Einwilligung, die ein Händler für Dritte eingeholt haben will, nennt niemanden und zählt nicht.',
    ],
    sv: [
      'Köpt eller hyrd lista',
      'Adresserna kommer från en säljare eller uthyrare. Personerna har aldrig gått med på att höra från den här avsändaren. Ett samtycke som en säljare säger sig ha inhämtat för tredje part nämner ingen och räknas inte.',
    ],
    cs: [
      'Koupený nebo pronajatý seznam',
      'Adresy pocházejí od prodejce nebo pronajímatele. Lidé na seznamu nikdy nesouhlasili se zprávami od tohoto odesílatele. Souhlas, který prodejce údajně získal pro třetí strany, nikoho nejmenuje a nepočítá se.',
    ],
    nb: [
      'Kjøpt eller leid liste',
      'Adressene kommer fra en selger eller utleier. Personene har aldri sagt ja til å høre fra denne avsenderen. Et samtykke som en selger sier å ha hentet inn for tredjeparter, nevner ingen og teller ikke.',
    ],
  }),
  reason('harvested', {
    en: [
      'Harvested addresses',
      'The addresses were gathered from websites, imprints, directories or mailboxes. A published address is no permission. Signs: many role addresses, no times of collection, no common source.',
    ],
    de: [
      'Gesammelte Adressen',
      'Die Adressen wurden aus Websites, Impressen, Verzeichnissen oder Postfächern gesammelt. Eine veröffentlichte Adresse ist keine Erlaubnis. Anzeichen: viele Funktionsadressen, keine Erhebungszeiten, keine gemeinsame Quelle.',
    ],
    sv: [
      'Insamlade adresser',
      'Adresserna har samlats från webbplatser, kontaktsidor, kataloger eller brevlådor. En publicerad adress är inget tillstånd. Tecken: många funktionsadresser, inga insamlingstider, ingen gemensam källa.',
    ],
    cs: [
      'Posbírané adresy',
      'Adresy byly posbírány z webů, kontaktních stránek, katalogů nebo schránek. Zveřejněná adresa není svolení. Známky: mnoho obecných adres, žádné časy získání, žádný společný zdroj.',
    ],
    nb: [
      'Innsamlede adresser',
      'Adressene er samlet fra nettsteder, kontaktsider, kataloger eller postbokser. En publisert adresse er ingen tillatelse. Tegn: mange funksjonsadresser, ingen innsamlingstider, ingen felles kilde.',
    ],
  }),
  reason('single_opt_in', {
    en: [
      'Single opt-in only',
      'Anybody could enter anybody’s address: nothing shows that the owner of the address agreed. Ask for the confirmation first. Addresses that were confirmed later may be submitted as a group of their own.',
    ],
    de: [
      'Nur einfaches Opt-in',
      'Jeder konnte jede Adresse eintragen: Nichts zeigt, dass ihr Inhaber zugestimmt hat. Zuerst nach der Bestätigung fragen. Später bestätigte Adressen können als eigene Gruppe eingereicht werden.',
    ],
    sv: [
      'Endast enkel opt-in',
      'Vem som helst kunde skriva in vilken adress som helst: inget visar att adressens ägare gick med på det. Fråga efter bekräftelsen först. Adresser som bekräftats senare får lämnas in som en egen grupp.',
    ],
    cs: [
      'Pouze jednoduchý opt-in',
      'Kdokoli mohl zadat jakoukoli adresu: nic nedokládá, že její majitel souhlasil. Nejprve se zeptejte na potvrzení. Později potvrzené adresy lze předložit jako samostatnou skupinu.',
    ],
    nb: [
      'Bare enkel opt-in',
      'Hvem som helst kunne skrive inn hvilken som helst adresse: ingenting viser at eieren sa ja. Spør om bekreftelsen først. Adresser som er bekreftet senere, kan sendes inn som en egen gruppe.',
    ],
  }),
  reason('verbal_consent', {
    en: [
      'Verbal consent only',
      'What was said on the phone or at a counter can’t be shown later. A signed form or a confirmed e-mail would do. Ask whether there is a record before rejecting.',
    ],
    de: [
      'Nur mündliche Einwilligung',
      'Was am Telefon oder am Tresen gesagt wurde, lässt sich später nicht belegen. Ein unterschriebenes Formular oder eine bestätigte E-Mail genügt. Vor der Ablehnung nach einem Beleg fragen.',
    ],
    sv: [
      'Endast muntligt samtycke',
      'Det som sades i telefon eller vid en disk går inte att visa i efterhand. Ett undertecknat formulär eller ett bekräftat mejl räcker. Fråga om det finns en dokumentation innan du avslår.',
    ],
    cs: [
      'Pouze ústní souhlas',
      'Co bylo řečeno po telefonu nebo u pultu, nelze později doložit. Stačí podepsaný formulář nebo potvrzený e-mail. Před zamítnutím se zeptejte, zda existuje záznam.',
    ],
    nb: [
      'Bare muntlig samtykke',
      'Det som ble sagt på telefon eller over disk, kan ikke vises i ettertid. Et signert skjema eller en bekreftet e-post holder. Spør om det finnes dokumentasjon før du avslår.',
    ],
  }),
  reason('business_without_permission', {
    en: [
      'Business addresses without permission',
      'Companies are asked for permission too: that an address belongs to a firm, or that its firm might be interested, is none. An existing customer’s order for similar goods may be, where the objection was offered.',
    ],
    de: [
      'Geschäftsadressen ohne Erlaubnis',
      'Auch Firmen müssen zustimmen: Dass eine Adresse zu einem Unternehmen gehört oder es interessiert sein könnte, genügt nicht. Die Bestellung eines Bestandskunden für ähnliche Waren kann genügen, wenn auf den Widerspruch hingewiesen wurde.',
    ],
    sv: [
      'Företagsadresser utan tillstånd',
      'Även företag ska ha sagt ja: att en adress tillhör ett företag, eller att det kunde vara intresserat, räcker inte. En befintlig kunds köp av liknande varor kan räcka om möjligheten att säga nej erbjöds.',
    ],
    cs: [
      'Firemní adresy bez svolení',
      'Také firmy musí souhlasit: nestačí, že adresa patří firmě nebo že by firma mohla mít zájem. Stačit může objednávka stávajícího zákazníka na podobné zboží, pokud mu byla nabídnuta možnost odmítnout.',
    ],
    nb: [
      'Bedriftsadresser uten tillatelse',
      'Også bedrifter må ha sagt ja: at en adresse hører til et firma, eller at firmaet kunne være interessert, er ikke nok. En eksisterende kundes kjøp av lignende varer kan være nok når muligheten til å si nei ble tilbudt.',
    ],
  }),
  reason('event_or_exhibitor_list', {
    en: [
      'List of an event’s organiser or exhibitors',
      'The addresses come from an organiser’s list of visitors or from a directory of exhibitors. They were given to the organiser. People who signed up with this sender at its own stand are another matter: ask for the form.',
    ],
    de: [
      'Liste eines Veranstalters oder Ausstellerverzeichnis',
      'Die Adressen stammen aus der Besucherliste eines Veranstalters oder einem Ausstellerverzeichnis. Sie wurden dem Veranstalter gegeben. Wer sich am eigenen Stand bei diesem Absender eingetragen hat, ist ein anderer Fall: nach dem Formular fragen.',
    ],
    sv: [
      'Arrangörslista eller utställarkatalog',
      'Adresserna kommer från en arrangörs besökslista eller en utställarkatalog. De lämnades till arrangören. Personer som anmälde sig hos avsändaren i dess egen monter är en annan sak: fråga efter formuläret.',
    ],
    cs: [
      'Seznam pořadatele nebo katalog vystavovatelů',
      'Adresy pocházejí ze seznamu návštěvníků od pořadatele nebo z katalogu vystavovatelů. Lidé je dali pořadateli. Jiné je to u těch, kdo se odesílateli zapsali přímo na jeho stánku: vyžádejte si formulář.',
    ],
    nb: [
      'Arrangørliste eller utstillerkatalog',
      'Adressene kommer fra en arrangørs besøksliste eller en utstillerkatalog. De ble gitt til arrangøren. Personer som meldte seg på hos avsenderen på egen stand, er en annen sak: spør etter skjemaet.',
    ],
  }),
  reason('social_network', {
    en: [
      'Addresses taken from a social network',
      'Contacts, followers or members of a group in a network are no subscribers. An export of one’s contacts, or a tool that finds addresses to profiles, gives no permission.',
    ],
    de: [
      'Adressen aus einem sozialen Netzwerk',
      'Kontakte, Follower oder Gruppenmitglieder in einem Netzwerk sind keine Abonnenten. Ein Export der eigenen Kontakte oder ein Werkzeug, das zu Profilen Adressen findet, gibt keine Erlaubnis.',
    ],
    sv: [
      'Adresser från ett socialt nätverk',
      'Kontakter, följare eller gruppmedlemmar i ett nätverk är inga prenumeranter. En export av egna kontakter, eller ett verktyg som hittar adresser till profiler, ger inget tillstånd.',
    ],
    cs: [
      'Adresy ze sociální sítě',
      'Kontakty, sledující ani členové skupiny v síti nejsou odběratelé. Export vlastních kontaktů ani nástroj, který k profilům hledá adresy, svolení nedává.',
    ],
    nb: [
      'Adresser fra et sosialt nettverk',
      'Kontakter, følgere eller gruppemedlemmer i et nettverk er ingen abonnenter. En eksport av egne kontakter, eller et verktøy som finner adresser til profiler, gir ingen tillatelse.',
    ],
  }),
  reason('partner_without_own_consent', {
    en: [
      'Partner’s list without own consent',
      'The partner has a consent, this sender has none. It would have to be named in the wording that people agreed to. Look at the partner’s wording and at the contract before deciding.',
    ],
    de: [
      'Liste eines Partners ohne eigene Einwilligung',
      'Der Partner hat eine Einwilligung, dieser Absender nicht. Er müsste in dem Wortlaut genannt sein, dem die Personen zugestimmt haben. Vor der Entscheidung Wortlaut des Partners und Vertrag ansehen.',
    ],
    sv: [
      'Partners lista utan eget samtycke',
      'Partnern har ett samtycke, den här avsändaren har inget. Avsändaren måste vara nämnd i den text som personerna godkände. Titta på partnerns text och på avtalet innan du beslutar.',
    ],
    cs: [
      'Seznam partnera bez vlastního souhlasu',
      'Partner souhlas má, tento odesílatel nikoli. Musel by být jmenován v textu, se kterým lidé souhlasili. Před rozhodnutím si prohlédněte partnerův text i smlouvu.',
    ],
    nb: [
      'Partners liste uten eget samtykke',
      'Partneren har et samtykke, denne avsenderen har ingen. Avsenderen må være nevnt i teksten som personene sa ja til. Se på partnerens tekst og på avtalen før du avgjør.',
    ],
  }),
  reason('consent_wording', {
    en: [
      'Consent wording missing or not naming the sender',
      'The text that people agreed to isn’t there, or says neither who writes, nor what about, nor that they can stop it. Ask for the wording as it stood at the time; one that was mended later doesn’t cover those who signed up before.',
    ],
    de: [
      'Einwilligungstext fehlt oder nennt den Absender nicht',
      'Der Text, dem zugestimmt wurde, fehlt oder sagt nicht, wer schreibt, worüber und dass man es beenden kann. Nach dem damaligen Wortlaut fragen; ein später verbesserter gilt nicht für frühere Anmeldungen.',
    ],
    sv: [
      'Samtyckestext saknas eller nämner inte avsändaren',
      'Texten som personerna godkände saknas, eller säger inte vem som skriver, om vad eller att det går att avsluta. Fråga efter dåtidens ordalydelse; en som rättats senare gäller inte dem som anmälde sig tidigare.',
    ],
    cs: [
      'Text souhlasu chybí nebo nejmenuje odesílatele',
      'Text, se kterým lidé souhlasili, chybí nebo neříká, kdo píše, o čem a že lze odběr ukončit. Vyžádejte si tehdejší znění; později opravené se netýká těch, kdo se přihlásili dříve.',
    ],
    nb: [
      'Samtykketekst mangler eller nevner ikke avsenderen',
      'Teksten som personene sa ja til, mangler, eller sier ikke hvem som skriver, om hva, eller at det kan avsluttes. Spør etter ordlyden slik den var; en som er rettet senere, gjelder ikke dem som meldte seg på før.',
    ],
  }),
  reason('too_old', {
    en: [
      'Permission too old and never mailed',
      'The addresses were collected long ago and never written to since: people don’t remember, and many addresses are dead or traps. Look at the period of collection and at when the last message went out.',
    ],
    de: [
      'Erlaubnis zu alt und nie angeschrieben',
      'Die Adressen wurden vor langer Zeit erhoben und seither nie angeschrieben: Die Personen erinnern sich nicht, viele Adressen sind tot oder Fallen. Auf den Zeitraum der Erhebung und die letzte Nachricht achten.',
    ],
    sv: [
      'Tillståndet för gammalt och aldrig använt',
      'Adresserna samlades in för länge sedan och har aldrig fått något utskick: personerna minns inte, och många adresser är döda eller fällor. Se på insamlingsperioden och på när det senaste meddelandet gick ut.',
    ],
    cs: [
      'Svolení je příliš staré a nikdy nevyužité',
      'Adresy byly získány dávno a od té doby jim nikdo nepsal: lidé si nevzpomenou a mnoho adres je mrtvých nebo jde o pasti. Sledujte období získání a kdy odešla poslední zpráva.',
    ],
    nb: [
      'Tillatelsen for gammel og aldri brukt',
      'Adressene ble samlet inn for lenge siden og har aldri fått noen utsending: personene husker ikke, og mange adresser er døde eller feller. Se på innsamlingsperioden og på når siste melding gikk ut.',
    ],
  }),
  reason('prize_draw', {
    en: [
      'Prize draw without separate consent',
      'Taking part was tied to receiving messages, or the box was ticked already. The consent must have been given apart from taking part, and freely. Ask for the entry form.',
    ],
    de: [
      'Gewinnspiel ohne gesonderte Einwilligung',
      'Die Teilnahme war an den Empfang von Nachrichten gebunden oder das Häkchen schon gesetzt. Die Einwilligung muss getrennt von der Teilnahme und freiwillig erteilt sein. Nach dem Teilnahmeformular fragen.',
    ],
    sv: [
      'Tävling utan separat samtycke',
      'Deltagandet var kopplat till att ta emot utskick, eller rutan var redan ikryssad. Samtycket måste ha lämnats skilt från deltagandet och frivilligt. Fråga efter tävlingsformuläret.',
    ],
    cs: [
      'Soutěž bez samostatného souhlasu',
      'Účast byla podmíněna odběrem zpráv nebo bylo políčko předem zaškrtnuté. Souhlas musí být udělen odděleně od účasti a svobodně. Vyžádejte si soutěžní formulář.',
    ],
    nb: [
      'Konkurranse uten eget samtykke',
      'Deltakelsen var knyttet til å motta utsendinger, eller boksen var krysset av på forhånd. Samtykket må være gitt atskilt fra deltakelsen og frivillig. Spør etter påmeldingsskjemaet.',
    ],
  }),
  reason('false_statements', {
    en: [
      'False statements',
      'What the customer says contradicts what can be seen: the form isn’t there, the dates can’t be, answers change. Say which statement, and what contradicts it. An intention to deceive is flagged on its own and decided by two people.',
    ],
    de: [
      'Falsche Angaben',
      'Die Angaben widersprechen dem, was zu sehen ist: Das Formular gibt es nicht, die Daten können nicht stimmen, Antworten wechseln. Angabe und Widerspruch benennen. Eine Täuschungsabsicht wird eigens gemeldet und von zwei Personen entschieden.',
    ],
    sv: [
      'Oriktiga uppgifter',
      'Det kunden säger motsäger det som går att se: formuläret finns inte, datumen kan inte stämma, svaren ändras. Ange vilken uppgift och vad som motsäger den. En avsikt att vilseleda flaggas för sig och avgörs av två personer.',
    ],
    cs: [
      'Nepravdivé údaje',
      'Tvrzení zákazníka odporují tomu, co je vidět: formulář neexistuje, data nemohou souhlasit, odpovědi se mění. Uveďte, které tvrzení a co mu odporuje. Úmysl klamat se hlásí zvlášť a rozhodují o něm dva lidé.',
    ],
    nb: [
      'Uriktige opplysninger',
      'Det kunden sier, motsier det som kan ses: skjemaet finnes ikke, datoene kan ikke stemme, svarene endrer seg. Oppgi hvilken opplysning og hva som motsier den. En hensikt om å villede meldes særskilt og avgjøres av to personer.',
    ],
  }),
  reason('other', {
    en: [
      'Other',
      'None of the other reasons fits. The explanation must say in plain words what rule is broken and what would have to change. What recurs here deserves a reason of its own.',
    ],
    de: [
      'Sonstiges',
      'Keiner der anderen Gründe passt. Die Begründung muss verständlich sagen, welche Regel verletzt ist und was sich ändern müsste. Was hier wiederkehrt, verdient einen eigenen Grund.',
    ],
    sv: [
      'Övrigt',
      'Inget av de andra skälen passar. Förklaringen måste i klartext säga vilken regel som bryts och vad som skulle behöva ändras. Det som återkommer här förtjänar ett eget skäl.',
    ],
    cs: [
      'Jiné',
      'Žádný z ostatních důvodů neodpovídá. Vysvětlení musí srozumitelně říct, které pravidlo je porušeno a co by se muselo změnit. Co se tu opakuje, zaslouží si vlastní důvod.',
    ],
    nb: [
      'Annet',
      'Ingen av de andre grunnene passer. Forklaringen må si i klartekst hvilken regel som brytes, og hva som måtte endres. Det som går igjen her, fortjener en egen grunn.',
    ],
  }),
] as const
