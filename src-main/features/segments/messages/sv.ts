import { LIST, type Texts } from './texts'

export const sv: Texts = {
  held: {
    subject: '{{#whole}}Ditt konto är inaktiverat på grund av en obetald faktura{{/whole}}{{^whole}}Segment har inaktiverats{{/whole}}',
    body: [
      '{{#any}}Vi har inaktiverat de här segmenten:{{/any}}',
      LIST,
      '{{#more}}och {{more}} till.{{/more}}',
      '{{#mailbox}}Orsak: e-postkontot {{source}} har kopplats ifrån.{{/mailbox}}{{#crm}}Orsak: ditt CRM {{source}} har kopplats ifrån. Vi använder kopplingen för att synka blocklistor.{{/crm}}{{#maintenance}}Orsak: underhåll av våra tekniker.{{#text}} {{text}}{{/text}}{{/maintenance}}{{#invoice}}Orsak: faktura {{source}} är försenad; {{open}} återstår att betala.{{/invoice}}{{#operator}}Orsak: vår support har inaktiverat dem.{{#text}} {{text}}{{/text}}{{/operator}}',
      '{{#mailbox}}Åtgärd: återkoppla e-postkontot under Profil, Integrationer.{{/mailbox}}{{#crm}}Åtgärd: återkoppla ditt CRM under Profil, Integrationer.{{/crm}}{{#maintenance}}Åtgärd: ingen åtgärd behövs från din sida.{{/maintenance}}{{#invoice}}Åtgärd: betala fakturan. Om du anser att den är fel, kontakta vår support.{{/invoice}}{{#operator}}Åtgärd: kontakta vår support om du har frågor.{{/operator}}',
      '{{#mailbox}}Konsekvens: segmenten är inaktiva eftersom vi inte kan skicka e-post via kontot. De körs igen av sig själva när det är kopplat, om vi inte meddelar något annat.{{/mailbox}}{{#crm}}Konsekvens: alla segment är inaktiva för att förhindra oavsiktlig kontakt med personer i ditt CRM. De körs igen när ditt CRM är kopplat och blocklistan har synkats på nytt.{{/crm}}{{#maintenance}}Konsekvens: segmenten är inaktiva under underhållet{{#until}}, troligen till {{until}}{{/until}}.{{/maintenance}}{{#invoice}}{{^whole}}Konsekvens: segmenten är inaktiva tills fakturan är betald. Om den förblir obetald inaktiveras hela kontot.{{/whole}}{{#whole}}Konsekvens: segment, delning av leads och utskick till grupper är inaktiva tills fakturan är betald. Du kan fortfarande logga in och betala.{{/whole}}{{/invoice}}{{#operator}}Konsekvens: segmenten körs inte förrän vår support släpper dem{{#until}}, troligen {{until}}{{/until}}.{{/operator}}',
    ],
  },
  released: {
    subject: '{{#whole}}Ditt konto är aktivt igen{{/whole}}{{^whole}}{{#any}}Dina segment körs igen{{/any}}{{^any}}Ett hinder för dina segment är borta{{/any}}{{/whole}}',
    body: [
      '{{#mailbox}}E-postkontot {{source}} stoppar inte längre dina segment.{{/mailbox}}{{#crm}}Ditt CRM {{source}} stoppar inte längre dina segment.{{/crm}}{{#maintenance}}Underhållet är klart.{{/maintenance}}{{#invoice}}Faktura {{source}} stoppar inte längre ditt konto. Tack.{{/invoice}}{{#operator}}Vår support har släppt dina segment.{{/operator}}',
      '{{#whole}}Segment, delning av leads och utskick till grupper är möjliga igen, om inget annat hindrar det.{{/whole}}',
      '{{#blocked}}Kontakter som den nya blocklistan blockerar: {{blocked}}.{{/blocked}}',
      '{{#any}}De här segmenten körs igen:{{/any}}',
      LIST,
      '{{#more}}och {{more}} till.{{/more}}',
      '{{#others}}Några segment är fortfarande inaktiva av en annan orsak, som vi har skrivit till dig om.{{/others}}',
      '{{#off}}Segment som du själv hade stängt av förblir avstängda.{{/off}}',
    ],
  },
  maintenance_ahead: {
    subject: 'Underhåll av dina segment {{starts}}',
    body: [
      'Våra tekniker arbetar med de här segmenten från {{starts}} till {{ends}}:',
      LIST,
      '{{#more}}och {{more}} till.{{/more}}',
      '{{#text}}{{text}}{{/text}}',
      'De är inaktiva under tiden och körs sedan igen av sig själva. Ingen åtgärd behövs från din sida.',
    ],
  },
  maintenance_changed: {
    subject: 'Underhåll av dina segment: nu till {{ends}}',
    body: ['Underhållet med start {{starts}} slutar nu {{ends}}. Det gäller de här segmenten:', LIST, '{{#more}}och {{more}} till.{{/more}}', 'Ingen åtgärd behövs från din sida.'],
  },
  maintenance_cancelled: {
    subject: 'Underhållet {{starts}} är inställt',
    body: ['Underhållet som var planerat till {{starts}} är inställt. Dina segment körs vidare; ingen åtgärd behövs från din sida.'],
  },
}
