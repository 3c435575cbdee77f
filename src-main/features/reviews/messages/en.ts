import { ITEMS, WRITTEN, type Texts } from './texts'

export const en: Texts = {
  received: {
    subject: 'We are reviewing your group “{{group}}”',
    body: [
      'Thank you: your details on the group “{{group}}” are complete, and the review has begun.{{#due}} You will hear from us by {{due}}.{{/due}}',
      'The group can’t be mailed before it is accepted. If something is to be added, add it to the submission; it will be taken into account.',
    ],
  },
  incomplete: {
    subject: 'Your details on the group “{{group}}” are not complete yet',
    body: [
      'Thank you for your details on the group “{{group}}”. This is still missing:',
      ITEMS,
      'Please add this in your account under Contacts, Groups.{{^reviewing}} The review begins as soon as everything is there; until then the group can’t be mailed.{{/reviewing}}{{#reviewing}} Meanwhile the review goes on with what you gave us before.{{/reviewing}}',
    ],
  },
  accepted: {
    subject: 'Your group “{{group}}” is accepted',
    body: ['We have reviewed the group “{{group}}” and accepted it. You can mail it from now on.'],
  },
  queried: {
    subject: 'A question about your group “{{group}}”',
    body: [
      'We are reviewing the group “{{group}}” and have a question:',
      WRITTEN,
      'Please answer in your account under Contacts, Groups. The review goes on with your answer; until then the group can’t be mailed.',
    ],
  },
  rejected: {
    subject: 'Your group “{{group}}” can’t be mailed',
    body: [
      'We have reviewed the group “{{group}}” and can’t accept it. The reason under our policy:',
      ITEMS,
      WRITTEN,
      'The group can’t be mailed.{{^anew}} If the circumstances are different or have changed, you can submit the group anew with further evidence.{{/anew}}{{#anew}} You have submitted it anew meanwhile; on that you will get an answer of its own.{{/anew}}',
    ],
  },
  reopened: {
    subject: 'We are looking at your group “{{group}}” again',
    body: [
      'Our decision on the group “{{group}}” is being reviewed once more; the earlier one no longer applies. You will hear from us{{#due}} by {{due}}{{/due}} and don’t have to do anything.',
      '{{#was_accepted}}Until then the group can’t be mailed.{{/was_accepted}}',
    ],
  },
  recorded: {
    subject: 'Recorded for you: details on the group “{{group}}”',
    body: [
      'Our support has recorded the following for you on the group “{{group}}”, in your words (received by: {{source}}):',
      WRITTEN,
      'If something is not as you said it, please tell our support. Whoever recorded this takes no part in the decision.',
    ],
  },
}
