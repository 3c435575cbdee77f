import { ITEMS, WRITTEN, type Texts } from './texts'

export const nb: Texts = {
  received: {
    subject: 'Vi vurderer gruppen din «{{group}}»',
    body: [
      'Takk! Opplysningene om gruppen «{{group}}» er fullstendige, og vurderingen har begynt.{{#due}} Du hører fra oss innen {{due}}.{{/due}}',
      'Det kan ikke sendes til gruppen før den er godkjent. Vil du legge til noe, kan du utfylle opplysningene; vi tar hensyn til det.',
    ],
  },
  incomplete: {
    subject: 'Opplysningene om gruppen «{{group}}» er ikke fullstendige ennå',
    body: [
      'Takk for opplysningene om gruppen «{{group}}». Dette mangler ennå:',
      ITEMS,
      'Legg dette til i kontoen din under Kontakter, Grupper.{{^reviewing}} Vurderingen begynner så snart alt er på plass; inntil da kan det ikke sendes til gruppen.{{/reviewing}}{{#reviewing}} I mellomtiden fortsetter vurderingen med det du ga oss tidligere.{{/reviewing}}',
    ],
  },
  accepted: {
    subject: 'Gruppen din «{{group}}» er godkjent',
    body: ['Vi har vurdert gruppen «{{group}}» og godkjent den. Fra nå av kan du sende til den.'],
  },
  queried: {
    subject: 'Et spørsmål om gruppen din «{{group}}»',
    body: [
      'Vi vurderer gruppen «{{group}}» og har et spørsmål:',
      WRITTEN,
      'Svar i kontoen din under Kontakter, Grupper. Vurderingen fortsetter med svaret ditt; inntil da kan det ikke sendes til gruppen.',
    ],
  },
  rejected: {
    subject: 'Det kan ikke sendes til gruppen din «{{group}}»',
    body: [
      'Vi har vurdert gruppen «{{group}}» og kan ikke godkjenne den. Grunnen etter retningslinjene våre:',
      ITEMS,
      WRITTEN,
      'Det kan ikke sendes til gruppen.{{^anew}} Hvis forholdene er annerledes eller har endret seg, kan du sende inn gruppen på nytt med mer dokumentasjon.{{/anew}}{{#anew}} Du har sendt den inn på nytt i mellomtiden; på det får du et eget svar.{{/anew}}',
    ],
  },
  reopened: {
    subject: 'Vi ser på gruppen din «{{group}}» en gang til',
    body: [
      'Avgjørelsen vår om gruppen «{{group}}» vurderes på nytt; den tidligere gjelder ikke lenger. Du hører fra oss{{#due}} innen {{due}}{{/due}} og trenger ikke å gjøre noe.',
      '{{#was_accepted}}Inntil da kan det ikke sendes til gruppen.{{/was_accepted}}',
    ],
  },
  recorded: {
    subject: 'Registrert for deg: opplysninger om gruppen «{{group}}»',
    body: [
      'Kundestøtten vår har registrert følgende for deg om gruppen «{{group}}», med dine ord (mottatt via: {{source}}):',
      WRITTEN,
      'Si fra til kundestøtten vår hvis noe ikke er slik du sa det. Den som registrerte dette, deltar ikke i avgjørelsen.',
    ],
  },
}
