import { OVER_LIST, type Texts } from './texts'

export const en: Texts = {
  warning: {
    subject: 'Your account uses more than its plan includes (message {{n}} of 3)',
    body: [
      'Your plan {{plan}} has limits, and your account is above them here (used / included):',
      OVER_LIST,
      '{{#restricts}}If your account is still above the limits on {{date}}, it will be restricted. Opt-ins and payments then stop, newsletters can’t be created, scheduled newsletters are not sent, and contacts can’t be imported, until your account is within its limits again. Nothing will be deleted.{{/restricts}}',
      '{{#upgrades}}If your account is still above the limits on {{date}}, it will move to the plan {{next}}{{#price}} at {{price}}{{/price}} so that it keeps working without interruption.{{/upgrades}}',
      '{{#asks}}The plan that holds your usage is {{next}}{{#price}} at {{price}}{{/price}}. From {{date}} on we would move your account to it, but only with your agreement: please tell our support.{{/asks}}',
      '{{#noPlan}}None of our plans holds this usage. Our support will contact you from {{date}} on to find a way together.{{/noPlan}}',
      'You can prevent this: reduce your usage to the limits or below, or choose a larger plan yourself under Settings, My plan. You don’t have to tell us; we notice by ourselves.',
    ],
  },
  restricted: {
    subject: 'Your account is restricted',
    body: [
      'We wrote to you on three days because your account uses more than its plan {{plan}} includes (used / included):',
      OVER_LIST,
      'From now on these are switched off: opt-ins, payments, creating newsletters, sending scheduled newsletters, importing contacts. Everything else keeps working, and nothing has been deleted.',
      'The restriction ends by itself as soon as your account is within its limits: reduce your usage to the limits or below, or choose a larger plan under Settings, My plan. Scheduled newsletters missed until then are not sent afterwards.',
    ],
  },
  upgraded: {
    subject: 'Your account is now on the plan {{next}}',
    body: [
      'Your account used more than the plan {{plan}} includes. As announced, it has moved to the plan {{next}}{{#price}} at {{price}}{{/price}}, so that it keeps working without interruption.',
      'If you would like to go back to your earlier plan, first reduce your usage to its limits, then write to our support.',
    ],
  },
  all_clear: {
    subject: 'Your account is within its limits again',
    body: [
      'Your account is within the limits of its plan {{plan}} again. What we announced in our earlier messages will not happen; you don’t have to do anything.',
    ],
  },
  lifted: {
    subject: 'Your account is no longer restricted',
    body: [
      'Your account is within the limits of its plan {{plan}} again. Opt-ins, payments, newsletters and imports are switched on again.',
      'Newsletters that were scheduled for the time of the restriction have not been sent and will not be sent by themselves.',
    ],
  },
  deletion_announced: {
    subject: 'Your account may be deleted from {{deletionDate}} on',
    body: [
      'Your account has been restricted since {{restrictedOn}} because it uses more than its plan {{plan}} includes, and nobody has used it since {{seenOn}}.',
      'If it stays unused, it may be deleted with everything in it from {{deletionDate}} on.',
      'Signing in once is enough to prevent this. The restriction ends by itself as soon as your account is within its limits.',
    ],
  },
  reverted: {
    subject: 'Your account is back on the plan {{plan}}',
    body: ['As you asked, your account is back on the plan {{plan}}{{#price}} at {{price}}{{/price}}. Its limits apply from now on.'],
  },
}
