import { ITEMS, type Texts } from './texts'

export const sv: Texts = {
  paused: {
    subject: 'Delningen av leads från {{sender}} till {{receiver}} är pausad',
    body: [
      'Leads som klickar i meddelanden från {{sender}} skickas just nu inte till {{receiver}}. Detta saknas:',
      ITEMS,
      'Delningen återupptas av sig själv så snart allt finns på plats. Leads som klickar under tiden skickas inte i efterhand.',
    ],
  },
  resumed: {
    subject: 'Delningen av leads från {{sender}} till {{receiver}} är igång igen',
    body: [
      'Det som saknades finns på plats igen: leads som klickar i meddelanden från {{sender}} skickas från och med nu till {{receiver}}.',
      'Leads som klickade under pausen har inte skickats och kommer inte att skickas.',
    ],
  },
  recall: {
    subject: 'Radera ett lead som du har fått från {{sender}}',
    body: [
      'Uppgifterna om ett lead som {{sender}} har delat med dig måste raderas. Ditt konto visar vilket.',
      'Radera det överallt dit du har kopierat det och bekräfta det för vår support.',
    ],
  },
}
