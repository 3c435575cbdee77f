import { ITEMS, type Texts } from './texts'

export const nb: Texts = {
  paused: {
    subject: 'Delingen av leads fra {{sender}} til {{receiver}} er satt på pause',
    body: [
      'Leads som klikker i meldinger fra {{sender}}, sendes for øyeblikket ikke til {{receiver}}. Dette mangler:',
      ITEMS,
      'Delingen fortsetter av seg selv så snart alt er på plass. Leads som klikker i mellomtiden, sendes ikke i ettertid.',
    ],
  },
  resumed: {
    subject: 'Delingen av leads fra {{sender}} til {{receiver}} er i gang igjen',
    body: [
      'Det som manglet, er på plass igjen: Leads som klikker i meldinger fra {{sender}}, sendes fra nå av til {{receiver}}.',
      'Leads som klikket under pausen, er ikke sendt og blir det heller ikke.',
    ],
  },
  recall: {
    subject: 'Slett et lead du har fått fra {{sender}}',
    body: [
      'Opplysningene om et lead som {{sender}} har delt med deg, må slettes. Kontoen din viser hvilket.',
      'Slett det overalt der du har kopiert det, og bekreft det overfor vår support.',
    ],
  },
}
