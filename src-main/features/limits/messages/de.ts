import { OVER_LIST, type Texts } from './texts'

export const de: Texts = {
  warning: {
    subject: 'Ihr Konto nutzt mehr, als sein Tarif enthält (Nachricht {{n}} von 3)',
    body: [
      'Ihr Tarif {{plan}} hat Grenzen, und Ihr Konto liegt hier darüber (genutzt / enthalten):',
      OVER_LIST,
      '{{#restricts}}Liegt Ihr Konto am {{date}} noch über den Grenzen, wird es eingeschränkt. Anmeldungen und Zahlungen ruhen dann, Newsletter können nicht erstellt werden, geplante Newsletter werden nicht versandt, und Kontakte können nicht importiert werden, bis Ihr Konto wieder innerhalb seiner Grenzen liegt. Gelöscht wird nichts.{{/restricts}}',
      '{{#upgrades}}Liegt Ihr Konto am {{date}} noch über den Grenzen, wechselt es in den Tarif {{next}}{{#price}} zu {{price}}{{/price}}, damit es ohne Unterbrechung weiterläuft.{{/upgrades}}',
      '{{#asks}}Der Tarif, der Ihre Nutzung fasst, ist {{next}}{{#price}} zu {{price}}{{/price}}. Ab dem {{date}} würden wir Ihr Konto dorthin umstellen, aber nur mit Ihrem Einverständnis: Bitte sagen Sie unserem Support Bescheid.{{/asks}}',
      '{{#noPlan}}Keiner unserer Tarife fasst diese Nutzung. Ab dem {{date}} meldet sich unser Support bei Ihnen, um gemeinsam einen Weg zu finden.{{/noPlan}}',
      'Das können Sie verhindern: Verringern Sie die Nutzung bis auf die Grenzen oder darunter, oder wählen Sie unter Einstellungen, Mein Tarif selbst einen größeren Tarif. Melden müssen Sie uns das nicht; wir bemerken es von selbst.',
    ],
  },
  restricted: {
    subject: 'Ihr Konto ist eingeschränkt',
    body: [
      'Wir haben Ihnen an drei Tagen geschrieben, weil Ihr Konto mehr nutzt, als sein Tarif {{plan}} enthält (genutzt / enthalten):',
      OVER_LIST,
      'Ab jetzt ist abgeschaltet: Anmeldungen, Zahlungen, das Erstellen von Newslettern, der Versand geplanter Newsletter und der Import von Kontakten. Alles andere läuft weiter, und nichts wurde gelöscht.',
      'Die Einschränkung endet von selbst, sobald Ihr Konto innerhalb seiner Grenzen liegt: Verringern Sie die Nutzung bis auf die Grenzen oder darunter, oder wählen Sie unter Einstellungen, Mein Tarif einen größeren Tarif. Geplante Newsletter, die bis dahin ausfallen, werden nicht nachgeholt.',
    ],
  },
  upgraded: {
    subject: 'Ihr Konto ist jetzt im Tarif {{next}}',
    body: [
      'Ihr Konto hat mehr genutzt, als der Tarif {{plan}} enthält. Wie angekündigt, ist es in den Tarif {{next}}{{#price}} zu {{price}}{{/price}} gewechselt, damit es ohne Unterbrechung weiterläuft.',
      'Möchten Sie in Ihren früheren Tarif zurück, verringern Sie bitte zuerst die Nutzung bis auf dessen Grenzen und schreiben Sie dann unserem Support.',
    ],
  },
  all_clear: {
    subject: 'Ihr Konto liegt wieder innerhalb seiner Grenzen',
    body: [
      'Ihr Konto liegt wieder innerhalb der Grenzen seines Tarifs {{plan}}. Was wir in den früheren Nachrichten angekündigt haben, geschieht nicht; Sie müssen nichts tun.',
    ],
  },
  lifted: {
    subject: 'Ihr Konto ist nicht mehr eingeschränkt',
    body: [
      'Ihr Konto liegt wieder innerhalb der Grenzen seines Tarifs {{plan}}. Anmeldungen, Zahlungen, Newsletter und Importe sind wieder eingeschaltet.',
      'Newsletter, die für die Zeit der Einschränkung geplant waren, wurden nicht versandt und werden auch nicht von selbst nachgeholt.',
    ],
  },
  deletion_announced: {
    subject: 'Ihr Konto kann ab dem {{deletionDate}} gelöscht werden',
    body: [
      'Ihr Konto ist seit dem {{restrictedOn}} eingeschränkt, weil es mehr nutzt, als sein Tarif {{plan}} enthält, und seit dem {{seenOn}} hat es niemand benutzt.',
      'Bleibt es unbenutzt, kann es ab dem {{deletionDate}} mit allem, was darin ist, gelöscht werden.',
      'Sich einmal anzumelden genügt, um das zu verhindern. Die Einschränkung endet von selbst, sobald Ihr Konto innerhalb seiner Grenzen liegt.',
    ],
  },
  reverted: {
    subject: 'Ihr Konto ist wieder im Tarif {{plan}}',
    body: ['Wie von Ihnen gewünscht, ist Ihr Konto wieder im Tarif {{plan}}{{#price}} zu {{price}}{{/price}}. Ab jetzt gelten dessen Grenzen.'],
  },
}
