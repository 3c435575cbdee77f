import { ITEMS, type Texts } from './texts'

export const de: Texts = {
  paused: {
    subject: 'Die Weitergabe von Leads von {{sender}} an {{receiver}} ruht',
    body: [
      'Leads, die in Nachrichten von {{sender}} klicken, gehen zurzeit nicht an {{receiver}}. Es fehlt:',
      ITEMS,
      'Die Weitergabe läuft von selbst wieder an, sobald alles da ist. Leads, die inzwischen klicken, werden nicht nachträglich weitergegeben.',
    ],
  },
  resumed: {
    subject: 'Die Weitergabe von Leads von {{sender}} an {{receiver}} läuft wieder',
    body: [
      'Was fehlte, ist wieder da: Leads, die in Nachrichten von {{sender}} klicken, gehen ab jetzt an {{receiver}}.',
      'Leads, die während der Pause geklickt haben, wurden nicht weitergegeben und werden es auch nicht.',
    ],
  },
  recall: {
    subject: 'Bitte löschen Sie einen Lead, den Sie von {{sender}} erhalten haben',
    body: [
      'Die Daten eines Leads, den {{sender}} an Sie weitergegeben hat, müssen gelöscht werden. Welcher es ist, zeigt Ihr Konto.',
      'Bitte löschen Sie ihn überall, wohin Sie ihn kopiert haben, und bestätigen Sie das unserem Support.',
    ],
  },
}
