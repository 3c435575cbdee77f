import { ITEMS, WRITTEN, type Texts } from './texts'

export const sv: Texts = {
  received: {
    subject: 'Vi granskar din grupp ”{{group}}”',
    body: [
      'Tack! Dina uppgifter om gruppen ”{{group}}” är fullständiga och granskningen har börjat.{{#due}} Du hör från oss senast {{due}}.{{/due}}',
      'Det går inte att skicka till gruppen innan den är godkänd. Vill du lägga till något, komplettera uppgifterna; vi tar hänsyn till det.',
    ],
  },
  incomplete: {
    subject: 'Dina uppgifter om gruppen ”{{group}}” är inte fullständiga än',
    body: [
      'Tack för dina uppgifter om gruppen ”{{group}}”. Det här saknas ännu:',
      ITEMS,
      'Lägg till detta i ditt konto under Kontakter, Grupper.{{^reviewing}} Granskningen börjar så snart allt finns; tills dess går det inte att skicka till gruppen.{{/reviewing}}{{#reviewing}} Under tiden fortsätter granskningen med det du lämnade tidigare.{{/reviewing}}',
    ],
  },
  accepted: {
    subject: 'Din grupp ”{{group}}” är godkänd',
    body: ['Vi har granskat gruppen ”{{group}}” och godkänt den. Från och med nu kan du skicka till den.'],
  },
  queried: {
    subject: 'En fråga om din grupp ”{{group}}”',
    body: [
      'Vi granskar gruppen ”{{group}}” och har en fråga:',
      WRITTEN,
      'Svara i ditt konto under Kontakter, Grupper. Granskningen fortsätter med ditt svar; tills dess går det inte att skicka till gruppen.',
    ],
  },
  rejected: {
    subject: 'Det går inte att skicka till din grupp ”{{group}}”',
    body: [
      'Vi har granskat gruppen ”{{group}}” och kan inte godkänna den. Skälet enligt våra riktlinjer:',
      ITEMS,
      WRITTEN,
      'Det går inte att skicka till gruppen.{{^anew}} Om det förhåller sig på annat sätt eller har ändrats kan du lämna in gruppen på nytt med fler underlag.{{/anew}}{{#anew}} Du har lämnat in den på nytt under tiden; om det får du ett eget svar.{{/anew}}',
    ],
  },
  reopened: {
    subject: 'Vi tittar på din grupp ”{{group}}” igen',
    body: [
      'Vårt beslut om gruppen ”{{group}}” prövas en gång till; det tidigare gäller inte längre. Du hör från oss{{#due}} senast {{due}}{{/due}} och behöver inte göra något.',
      '{{#was_accepted}}Tills dess går det inte att skicka till gruppen.{{/was_accepted}}',
    ],
  },
  recorded: {
    subject: 'Antecknat åt dig: uppgifter om gruppen ”{{group}}”',
    body: [
      'Vår support har antecknat följande åt dig om gruppen ”{{group}}”, med dina ord (mottaget via: {{source}}):',
      WRITTEN,
      'Säg till vår support om något inte är som du sade. Den som har antecknat detta deltar inte i beslutet.',
    ],
  },
}
