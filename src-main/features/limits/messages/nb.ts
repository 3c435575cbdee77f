import { OVER_LIST, type Texts } from './texts'

export const nb: Texts = {
  warning: {
    subject: 'Kontoen din bruker mer enn abonnementet omfatter (melding {{n}} av 3)',
    body: [
      'Abonnementet {{plan}} har grenser, og kontoen din ligger over dem her (brukt / inkludert):',
      OVER_LIST,
      '{{#restricts}}Hvis kontoen fortsatt ligger over grensene {{date}}, blir den begrenset. Påmeldinger og betalinger stanses da, nyhetsbrev kan ikke opprettes, planlagte nyhetsbrev sendes ikke, og kontakter kan ikke importeres, før kontoen er innenfor grensene igjen. Ingenting blir slettet.{{/restricts}}',
      '{{#upgrades}}Hvis kontoen fortsatt ligger over grensene {{date}}, flyttes den til abonnementet {{next}}{{#price}} for {{price}}{{/price}}, slik at den fortsetter å fungere uten avbrudd.{{/upgrades}}',
      '{{#asks}}Abonnementet som rommer bruken din, er {{next}}{{#price}} for {{price}}{{/price}}. Fra {{date}} ville vi flytte kontoen dit, men bare med samtykke fra deg: ta kontakt med kundestøtten vår.{{/asks}}',
      '{{#noPlan}}Ingen av abonnementene våre rommer denne bruken. Fra {{date}} tar kundestøtten vår kontakt med deg for å finne en løsning sammen.{{/noPlan}}',
      'Du kan forhindre dette: reduser bruken til grensene eller lavere, eller velg selv et større abonnement under Innstillinger, Mitt abonnement. Du trenger ikke å si fra; vi oppdager det selv.',
    ],
  },
  restricted: {
    subject: 'Kontoen din er begrenset',
    body: [
      'Vi har skrevet til deg tre dager fordi kontoen din bruker mer enn abonnementet {{plan}} omfatter (brukt / inkludert):',
      OVER_LIST,
      'Fra nå av er dette slått av: påmeldinger, betalinger, oppretting av nyhetsbrev, utsending av planlagte nyhetsbrev og import av kontakter. Alt annet fungerer som før, og ingenting er slettet.',
      'Begrensningen opphører av seg selv så snart kontoen er innenfor grensene: reduser bruken til grensene eller lavere, eller velg et større abonnement under Innstillinger, Mitt abonnement. Planlagte nyhetsbrev som uteblir frem til da, sendes ikke i ettertid.',
    ],
  },
  upgraded: {
    subject: 'Kontoen din har nå abonnementet {{next}}',
    body: [
      'Kontoen din brukte mer enn abonnementet {{plan}} omfatter. Som varslet er den flyttet til abonnementet {{next}}{{#price}} for {{price}}{{/price}}, slik at den fortsetter å fungere uten avbrudd.',
      'Hvis du vil tilbake til det tidligere abonnementet, reduser først bruken til grensene for det, og skriv deretter til kundestøtten vår.',
    ],
  },
  all_clear: {
    subject: 'Kontoen din er innenfor grensene igjen',
    body: [
      'Kontoen din er innenfor grensene for abonnementet {{plan}} igjen. Det vi varslet om tidligere, kommer ikke til å skje; du trenger ikke å gjøre noe.',
    ],
  },
  lifted: {
    subject: 'Kontoen din er ikke lenger begrenset',
    body: [
      'Kontoen din er innenfor grensene for abonnementet {{plan}} igjen. Påmeldinger, betalinger, nyhetsbrev og import er slått på igjen.',
      'Nyhetsbrev som var planlagt i perioden med begrensning, er ikke sendt og blir ikke sendt av seg selv.',
    ],
  },
  deletion_announced: {
    subject: 'Kontoen din kan bli slettet fra {{deletionDate}}',
    body: [
      'Kontoen din har vært begrenset siden {{restrictedOn}} fordi den bruker mer enn abonnementet {{plan}} omfatter, og ingen har brukt den siden {{seenOn}}.',
      'Forblir den ubrukt, kan den bli slettet med alt innhold fra {{deletionDate}}.',
      'Det er nok å logge inn én gang for å forhindre dette. Begrensningen opphører av seg selv så snart kontoen er innenfor grensene.',
    ],
  },
  reverted: {
    subject: 'Kontoen din har abonnementet {{plan}} igjen',
    body: ['Som du ønsket, har kontoen din abonnementet {{plan}}{{#price}} for {{price}}{{/price}} igjen. Grensene for det gjelder fra nå av.'],
  },
}
