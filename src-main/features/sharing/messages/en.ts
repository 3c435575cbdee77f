import { ITEMS, type Texts } from './texts'

export const en: Texts = {
  paused: {
    subject: 'Lead sharing from {{sender}} to {{receiver}} is paused',
    body: [
      'Leads that click in messages of {{sender}} are not passed to {{receiver}} at the moment. This is missing:',
      ITEMS,
      'It resumes by itself as soon as everything is there. Leads that click meanwhile will not be passed on later.',
    ],
  },
  resumed: {
    subject: 'Lead sharing from {{sender}} to {{receiver}} runs again',
    body: [
      'Everything that was missing is there again: leads that click in messages of {{sender}} are passed to {{receiver}} from now on.',
      'Leads that clicked during the pause were not passed on and will not be.',
    ],
  },
  recall: {
    subject: 'Please delete a lead you received from {{sender}}',
    body: [
      'The data of a lead that {{sender}} shared with you has to be deleted. Your account shows which one.',
      'Please delete it everywhere you have copied it to, and confirm that to our support.',
    ],
  },
}
