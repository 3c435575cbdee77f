import { LIST, type Texts } from './texts'

export const en: Texts = {
  held: {
    subject: '{{#whole}}Your account is held because of an unpaid invoice{{/whole}}{{^whole}}Segments have been switched off{{/whole}}',
    body: [
      '{{#any}}We have switched off these segments of yours:{{/any}}',
      LIST,
      '{{#more}}and {{more}} more.{{/more}}',
      '{{#mailbox}}Cause: the mailbox {{source}} has been disconnected.{{/mailbox}}{{#crm}}Cause: the CRM {{source}} has been disconnected. We use it to keep your blocklist up to date.{{/crm}}{{#maintenance}}Cause: maintenance by our technicians.{{#text}} {{text}}{{/text}}{{/maintenance}}{{#invoice}}Cause: invoice {{source}} is overdue; {{open}} is still open.{{/invoice}}{{#operator}}Cause: our support has switched them off.{{#text}} {{text}}{{/text}}{{/operator}}',
      '{{#mailbox}}What to do: reconnect the mailbox in your profile under Integrations.{{/mailbox}}{{#crm}}What to do: reconnect the CRM in your profile under Integrations.{{/crm}}{{#maintenance}}What to do: nothing.{{/maintenance}}{{#invoice}}What to do: please pay the invoice. If you think it is wrong, tell our support.{{/invoice}}{{#operator}}What to do: please contact our support if you have questions.{{/operator}}',
      '{{#mailbox}}Consequence: no e-mail can be sent through this mailbox, so its segments are off. They run again by themselves once it is connected, unless we tell you otherwise.{{/mailbox}}{{#crm}}Consequence: all segments are off so that nobody in your CRM is contacted by mistake. They run again once the CRM is connected and its blocklist has been read anew.{{/crm}}{{#maintenance}}Consequence: the segments are off for the time of the maintenance{{#until}}, expected until {{until}}{{/until}}.{{/maintenance}}{{#invoice}}{{^whole}}Consequence: the segments are off until the invoice is paid. If it stays unpaid, the whole account will be held.{{/whole}}{{#whole}}Consequence: running segments, sharing leads and sending to groups are off until the invoice is paid. You can still sign in and pay.{{/whole}}{{/invoice}}{{#operator}}Consequence: the segments don’t run until our support releases them{{#until}}, expected on {{until}}{{/until}}.{{/operator}}',
    ],
  },
  released: {
    subject: '{{#whole}}Your account is no longer held{{/whole}}{{^whole}}{{#any}}Your segments run again{{/any}}{{^any}}A reason against your segments has gone{{/any}}{{/whole}}',
    body: [
      '{{#mailbox}}The mailbox {{source}} no longer stops your segments.{{/mailbox}}{{#crm}}The CRM {{source}} no longer stops your segments.{{/crm}}{{#maintenance}}The maintenance is over.{{/maintenance}}{{#invoice}}Invoice {{source}} no longer stops your account. Thank you.{{/invoice}}{{#operator}}Our support has released your segments.{{/operator}}',
      '{{#whole}}Running segments, sharing leads and sending to groups are possible again, unless something else stands against them.{{/whole}}',
      '{{#blocked}}Contacts that the new blocklist blocks: {{blocked}}.{{/blocked}}',
      '{{#any}}These segments run again:{{/any}}',
      LIST,
      '{{#more}}and {{more}} more.{{/more}}',
      '{{#others}}Some segments stay off for another reason, about which we have written to you.{{/others}}',
      '{{#off}}Segments that you had switched off yourself stay off.{{/off}}',
    ],
  },
  maintenance_ahead: {
    subject: 'Maintenance of your segments on {{starts}}',
    body: [
      'Our technicians will work on these segments of yours from {{starts}} to {{ends}}:',
      LIST,
      '{{#more}}and {{more}} more.{{/more}}',
      '{{#text}}{{text}}{{/text}}',
      'They are off for that time and run again by themselves afterwards. You don’t have to do anything.',
    ],
  },
  maintenance_changed: {
    subject: 'Maintenance of your segments: now until {{ends}}',
    body: ['The maintenance that began or begins on {{starts}} now ends on {{ends}}. It concerns these segments:', LIST, '{{#more}}and {{more}} more.{{/more}}', 'You don’t have to do anything.'],
  },
  maintenance_cancelled: {
    subject: 'Maintenance on {{starts}} will not take place',
    body: ['The maintenance announced for {{starts}} will not take place. Your segments keep running; you don’t have to do anything.'],
  },
}
