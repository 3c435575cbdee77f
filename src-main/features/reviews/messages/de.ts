import { ITEMS, WRITTEN, type Texts } from './texts'

export const de: Texts = {
  received: {
    subject: 'Wir prüfen Ihre Gruppe „{{group}}“',
    body: [
      'Vielen Dank: Ihre Angaben zur Gruppe „{{group}}“ sind vollständig, und die Prüfung hat begonnen.{{#due}} Sie hören von uns bis zum {{due}}.{{/due}}',
      'An die Gruppe kann erst versandt werden, wenn sie freigegeben ist. Möchten Sie noch etwas nachtragen, ergänzen Sie die Angaben; wir berücksichtigen es.',
    ],
  },
  incomplete: {
    subject: 'Ihre Angaben zur Gruppe „{{group}}“ sind noch nicht vollständig',
    body: [
      'Vielen Dank für Ihre Angaben zur Gruppe „{{group}}“. Es fehlt noch:',
      ITEMS,
      'Bitte ergänzen Sie das in Ihrem Konto unter Kontakte, Gruppen.{{^reviewing}} Die Prüfung beginnt, sobald alles da ist; bis dahin kann an die Gruppe nicht versandt werden.{{/reviewing}}{{#reviewing}} Die Prüfung geht inzwischen mit Ihren bisherigen Angaben weiter.{{/reviewing}}',
    ],
  },
  accepted: {
    subject: 'Ihre Gruppe „{{group}}“ ist freigegeben',
    body: ['Wir haben die Gruppe „{{group}}“ geprüft und freigegeben. Ab jetzt können Sie an sie versenden.'],
  },
  queried: {
    subject: 'Eine Frage zu Ihrer Gruppe „{{group}}“',
    body: [
      'Wir prüfen die Gruppe „{{group}}“ und haben eine Frage:',
      WRITTEN,
      'Bitte antworten Sie in Ihrem Konto unter Kontakte, Gruppen. Mit Ihrer Antwort geht die Prüfung weiter; bis dahin kann an die Gruppe nicht versandt werden.',
    ],
  },
  rejected: {
    subject: 'An Ihre Gruppe „{{group}}“ kann nicht versandt werden',
    body: [
      'Wir haben die Gruppe „{{group}}“ geprüft und können sie nicht freigeben. Der Grund nach unseren Richtlinien:',
      ITEMS,
      WRITTEN,
      'An die Gruppe kann nicht versandt werden.{{^anew}} Verhält es sich anders oder hat sich etwas geändert, können Sie die Gruppe mit weiteren Nachweisen erneut einreichen.{{/anew}}{{#anew}} Sie haben sie inzwischen erneut eingereicht; dazu erhalten Sie eine eigene Antwort.{{/anew}}',
    ],
  },
  reopened: {
    subject: 'Wir sehen uns Ihre Gruppe „{{group}}“ noch einmal an',
    body: [
      'Unsere Entscheidung zur Gruppe „{{group}}“ wird noch einmal geprüft; die frühere gilt nicht mehr. Sie hören{{#due}} bis zum {{due}}{{/due}} von uns und müssen nichts tun.',
      '{{#was_accepted}}Bis dahin kann an die Gruppe nicht versandt werden.{{/was_accepted}}',
    ],
  },
  recorded: {
    subject: 'Für Sie aufgenommen: Angaben zur Gruppe „{{group}}“',
    body: [
      'Unser Support hat zur Gruppe „{{group}}“ Folgendes für Sie aufgenommen, mit Ihren Worten (erhalten über: {{source}}):',
      WRITTEN,
      'Ist etwas nicht so, wie Sie es gesagt haben, geben Sie bitte unserem Support Bescheid. Wer dies aufgenommen hat, ist an der Entscheidung nicht beteiligt.',
    ],
  },
}
