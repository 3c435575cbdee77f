import type { Language } from '@contract/define'
import type { TemplateText } from '@kernel/outbox/index'

export type TextName = 'confirm' | 'cancelled' | 'withdrawn' | 'ended' | 'reopened'

const en: Record<TextName, TemplateText> = {
  confirm: {
    subject: 'Please confirm the cancellation of your account',
    body: [
      'We were asked to cancel your account. If this is what you want, answer this message or tell our support this code: {{code}}',
      'You would keep access until the end of {{lastDay}}. After that you lose access to all your data, and on {{eraseOn}} it is permanently erased. Please export what you want to keep before.',
      'If you did not ask for this, you don’t have to do anything: without the code nothing changes.',
    ],
  },
  cancelled: {
    subject: 'Your account is cancelled',
    body: [
      'Your account is cancelled. You keep access until the end of {{lastDay}}.',
      'On {{eraseOn}} everything in it is permanently erased. Please export what you want to keep while you still have access.',
      'Until the end of {{lastDay}} you can withdraw the cancellation: write to our support.',
    ],
  },
  withdrawn: { subject: 'Your account stays', body: ['The cancellation of your account is withdrawn. Everything stays as it was.'] },
  ended: {
    subject: 'Access to your account has ended',
    body: [
      'As announced, access to your account ended on {{lastDay}}.',
      'On {{eraseOn}} everything in it is permanently erased. Until then our support can open it for you again.',
    ],
  },
  reopened: { subject: 'Your account is open again', body: ['As you asked, your account is open again. Nothing in it will be erased.'] },
}

const de: Record<TextName, TemplateText> = {
  confirm: {
    subject: 'Bitte bestätigen Sie die Kündigung Ihres Kontos',
    body: [
      'Wir wurden gebeten, Ihr Konto zu kündigen. Wenn Sie das möchten, antworten Sie auf diese Nachricht oder nennen Sie unserem Support diesen Code: {{code}}',
      'Sie hätten noch bis zum Ende des {{lastDay}} Zugang. Danach verlieren Sie den Zugang zu allen Ihren Daten, und am {{eraseOn}} werden sie endgültig gelöscht. Bitte exportieren Sie vorher, was Sie behalten möchten.',
      'Wenn Sie das nicht veranlasst haben, müssen Sie nichts tun: Ohne den Code ändert sich nichts.',
    ],
  },
  cancelled: {
    subject: 'Ihr Konto ist gekündigt',
    body: [
      'Ihr Konto ist gekündigt. Sie haben noch bis zum Ende des {{lastDay}} Zugang.',
      'Am {{eraseOn}} wird alles darin endgültig gelöscht. Bitte exportieren Sie, was Sie behalten möchten, solange Sie Zugang haben.',
      'Bis zum Ende des {{lastDay}} können Sie die Kündigung zurücknehmen: Schreiben Sie unserem Support.',
    ],
  },
  withdrawn: { subject: 'Ihr Konto bleibt bestehen', body: ['Die Kündigung Ihres Kontos ist zurückgenommen. Alles bleibt, wie es war.'] },
  ended: {
    subject: 'Der Zugang zu Ihrem Konto ist beendet',
    body: [
      'Wie angekündigt endete der Zugang zu Ihrem Konto am {{lastDay}}.',
      'Am {{eraseOn}} wird alles darin endgültig gelöscht. Bis dahin kann unser Support es wieder für Sie öffnen.',
    ],
  },
  reopened: { subject: 'Ihr Konto ist wieder offen', body: ['Wie gewünscht ist Ihr Konto wieder offen. Es wird nichts darin gelöscht.'] },
}

const sv: Record<TextName, TemplateText> = {
  confirm: {
    subject: 'Bekräfta uppsägningen av ditt konto',
    body: [
      'Vi har blivit ombedda att säga upp ditt konto. Om du vill det, svara på det här meddelandet eller uppge den här koden för vår support: {{code}}',
      'Du skulle ha åtkomst till och med {{lastDay}}. Därefter förlorar du åtkomsten till alla dina data, och den {{eraseOn}} raderas de permanent. Exportera det du vill behålla före dess.',
      'Om du inte har bett om detta behöver du inte göra något: utan koden ändras ingenting.',
    ],
  },
  cancelled: {
    subject: 'Ditt konto är uppsagt',
    body: [
      'Ditt konto är uppsagt. Du har åtkomst till och med {{lastDay}}.',
      'Den {{eraseOn}} raderas allt i det permanent. Exportera det du vill behålla medan du har åtkomst.',
      'Till och med {{lastDay}} kan du ta tillbaka uppsägningen: skriv till vår support.',
    ],
  },
  withdrawn: { subject: 'Ditt konto finns kvar', body: ['Uppsägningen av ditt konto är återtagen. Allt förblir som det var.'] },
  ended: {
    subject: 'Åtkomsten till ditt konto har upphört',
    body: [
      'Som meddelat upphörde åtkomsten till ditt konto den {{lastDay}}.',
      'Den {{eraseOn}} raderas allt i det permanent. Fram till dess kan vår support öppna det igen åt dig.',
    ],
  },
  reopened: { subject: 'Ditt konto är öppet igen', body: ['Som du önskade är ditt konto öppet igen. Ingenting i det kommer att raderas.'] },
}

const cs: Record<TextName, TemplateText> = {
  confirm: {
    subject: 'Potvrďte prosím zrušení svého účtu',
    body: [
      'Byli jsme požádáni o zrušení vašeho účtu. Pokud si to přejete, odpovězte na tuto zprávu nebo sdělte naší podpoře tento kód: {{code}}',
      'Přístup byste měli do konce dne {{lastDay}}. Poté ztratíte přístup ke všem svým datům a dne {{eraseOn}} budou trvale vymazána. Předtím si prosím vyexportujte, co si chcete ponechat.',
      'Pokud jste o to nežádali, nemusíte nic dělat: bez kódu se nic nezmění.',
    ],
  },
  cancelled: {
    subject: 'Váš účet je zrušen',
    body: [
      'Váš účet je zrušen. Přístup máte do konce dne {{lastDay}}.',
      'Dne {{eraseOn}} bude vše v něm trvale vymazáno. Vyexportujte si prosím, co si chcete ponechat, dokud máte přístup.',
      'Do konce dne {{lastDay}} můžete zrušení vzít zpět: napište naší podpoře.',
    ],
  },
  withdrawn: { subject: 'Váš účet zůstává', body: ['Zrušení vašeho účtu bylo vzato zpět. Vše zůstává tak, jak bylo.'] },
  ended: {
    subject: 'Přístup k vašemu účtu skončil',
    body: [
      'Jak jsme oznámili, přístup k vašemu účtu skončil dne {{lastDay}}.',
      'Dne {{eraseOn}} bude vše v něm trvale vymazáno. Do té doby vám ho naše podpora může znovu otevřít.',
    ],
  },
  reopened: { subject: 'Váš účet je znovu otevřen', body: ['Jak jste si přáli, váš účet je znovu otevřen. Nic v něm nebude vymazáno.'] },
}

const nb: Record<TextName, TemplateText> = {
  confirm: {
    subject: 'Bekreft oppsigelsen av kontoen din',
    body: [
      'Vi er blitt bedt om å si opp kontoen din. Hvis du ønsker det, svar på denne meldingen eller oppgi denne koden til kundestøtten vår: {{code}}',
      'Du ville ha tilgang til og med {{lastDay}}. Deretter mister du tilgangen til alle dataene dine, og {{eraseOn}} slettes de permanent. Eksporter det du vil beholde, før det.',
      'Hvis du ikke har bedt om dette, trenger du ikke gjøre noe: uten koden endres ingenting.',
    ],
  },
  cancelled: {
    subject: 'Kontoen din er sagt opp',
    body: [
      'Kontoen din er sagt opp. Du har tilgang til og med {{lastDay}}.',
      '{{eraseOn}} slettes alt i den permanent. Eksporter det du vil beholde, mens du har tilgang.',
      'Til og med {{lastDay}} kan du trekke oppsigelsen tilbake: skriv til kundestøtten vår.',
    ],
  },
  withdrawn: { subject: 'Kontoen din består', body: ['Oppsigelsen av kontoen din er trukket tilbake. Alt forblir som det var.'] },
  ended: {
    subject: 'Tilgangen til kontoen din er avsluttet',
    body: [
      'Som varslet ble tilgangen til kontoen din avsluttet {{lastDay}}.',
      '{{eraseOn}} slettes alt i den permanent. Inntil da kan kundestøtten vår åpne den for deg igjen.',
    ],
  },
  reopened: { subject: 'Kontoen din er åpen igjen', body: ['Som du ønsket, er kontoen din åpen igjen. Ingenting i den blir slettet.'] },
}

export const TEXTS: Readonly<Record<Language, Readonly<Record<TextName, TemplateText>>>> = { en, de, sv, cs, nb }
