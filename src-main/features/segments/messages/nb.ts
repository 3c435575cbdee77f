import { LIST, type Texts } from './texts'

export const nb: Texts = {
  held: {
    subject: '{{#whole}}Kontoen din er stanset på grunn av en ubetalt faktura{{/whole}}{{^whole}}Segmenter er slått av{{/whole}}',
    body: [
      '{{#any}}Vi har slått av disse segmentene:{{/any}}',
      LIST,
      '{{#more}}og {{more}} til.{{/more}}',
      '{{#mailbox}}Årsak: e-postkontoen {{source}} er koblet fra.{{/mailbox}}{{#crm}}Årsak: CRM-et {{source}} er koblet fra. Vi bruker koblingen til å holde blokkeringslisten oppdatert.{{/crm}}{{#maintenance}}Årsak: vedlikehold utført av teknikerne våre.{{#text}} {{text}}{{/text}}{{/maintenance}}{{#invoice}}Årsak: faktura {{source}} er forfalt; {{open}} gjenstår.{{/invoice}}{{#operator}}Årsak: kundestøtten vår har slått dem av.{{#text}} {{text}}{{/text}}{{/operator}}',
      '{{#mailbox}}Tiltak: koble til e-postkontoen igjen under Profil, Integrasjoner.{{/mailbox}}{{#crm}}Tiltak: koble til CRM-et igjen under Profil, Integrasjoner.{{/crm}}{{#maintenance}}Tiltak: du trenger ikke å gjøre noe.{{/maintenance}}{{#invoice}}Tiltak: betal fakturaen. Mener du at den er feil, ta kontakt med kundestøtten.{{/invoice}}{{#operator}}Tiltak: ta kontakt med kundestøtten hvis du har spørsmål.{{/operator}}',
      '{{#mailbox}}Konsekvens: ingen e-post kan sendes via kontoen, derfor er segmentene av. De kjører igjen av seg selv når den er koblet til, med mindre vi sier noe annet.{{/mailbox}}{{#crm}}Konsekvens: alle segmenter er av, slik at ingen i CRM-et ditt kontaktes ved en feil. De kjører igjen når CRM-et er koblet til og blokkeringslisten er lest inn på nytt.{{/crm}}{{#maintenance}}Konsekvens: segmentene er av mens vedlikeholdet pågår{{#until}}, trolig til {{until}}{{/until}}.{{/maintenance}}{{#invoice}}{{^whole}}Konsekvens: segmentene er av til fakturaen er betalt. Forblir den ubetalt, stanses hele kontoen.{{/whole}}{{#whole}}Konsekvens: segmenter, deling av leads og utsending til grupper er av til fakturaen er betalt. Du kan fortsatt logge inn og betale.{{/whole}}{{/invoice}}{{#operator}}Konsekvens: segmentene kjører ikke før kundestøtten frigir dem{{#until}}, trolig {{until}}{{/until}}.{{/operator}}',
    ],
  },
  released: {
    subject: '{{#whole}}Kontoen din er ikke lenger stanset{{/whole}}{{^whole}}{{#any}}Segmentene dine kjører igjen{{/any}}{{^any}}Et hinder for segmentene dine er borte{{/any}}{{/whole}}',
    body: [
      '{{#mailbox}}E-postkontoen {{source}} stanser ikke lenger segmentene dine.{{/mailbox}}{{#crm}}CRM-et {{source}} stanser ikke lenger segmentene dine.{{/crm}}{{#maintenance}}Vedlikeholdet er ferdig.{{/maintenance}}{{#invoice}}Faktura {{source}} stanser ikke lenger kontoen din. Takk.{{/invoice}}{{#operator}}Kundestøtten har frigitt segmentene dine.{{/operator}}',
      '{{#whole}}Segmenter, deling av leads og utsending til grupper er mulig igjen, så sant ikke noe annet står i veien.{{/whole}}',
      '{{#blocked}}Kontakter som den nye blokkeringslisten blokkerer: {{blocked}}.{{/blocked}}',
      '{{#any}}Disse segmentene kjører igjen:{{/any}}',
      LIST,
      '{{#more}}og {{more}} til.{{/more}}',
      '{{#others}}Noen segmenter forblir av av en annen grunn, som vi har skrevet til deg om.{{/others}}',
      '{{#off}}Segmenter du selv hadde slått av, forblir av.{{/off}}',
    ],
  },
  maintenance_ahead: {
    subject: 'Vedlikehold av segmentene dine {{starts}}',
    body: [
      'Teknikerne våre arbeider med disse segmentene fra {{starts}} til {{ends}}:',
      LIST,
      '{{#more}}og {{more}} til.{{/more}}',
      '{{#text}}{{text}}{{/text}}',
      'De er av i denne tiden og kjører igjen av seg selv etterpå. Du trenger ikke å gjøre noe.',
    ],
  },
  maintenance_changed: {
    subject: 'Vedlikehold av segmentene dine: nå til {{ends}}',
    body: ['Vedlikeholdet med start {{starts}} slutter nå {{ends}}. Det gjelder disse segmentene:', LIST, '{{#more}}og {{more}} til.{{/more}}', 'Du trenger ikke å gjøre noe.'],
  },
  maintenance_cancelled: {
    subject: 'Vedlikeholdet {{starts}} er avlyst',
    body: ['Vedlikeholdet som var varslet til {{starts}}, er avlyst. Segmentene dine kjører videre; du trenger ikke å gjøre noe.'],
  },
}
