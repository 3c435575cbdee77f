import type { ReviewTexts } from './text'

export const de: ReviewTexts = {
  lists: {
    newsletter: 'Newsletter',
    customers: 'Bestandskunden',
    fair: 'Messekontakte Herbst',
    partner: 'Partneraktion',
    moved: 'Übernahme alter Verteiler',
    contacts: 'Firmenkontakte Region',
    draw: 'Gewinnspiel Sommer',
    course: 'Interessenten Hausmesse',
  },
  path: 'newsletter/anmelden',
  consents: {
    good: 'Ja, ich möchte den Newsletter von {company} mit Angeboten und Neuigkeiten per E-Mail erhalten. Meine Einwilligung kann ich jederzeit über den Abmeldelink in jeder E-Mail widerrufen.',
    no_revocation: 'Ich möchte den Newsletter von {company} mit Angeboten per E-Mail erhalten.',
    no_sender: 'Ja, ich möchte Angebote und Neuigkeiten per E-Mail erhalten und kann mich jederzeit abmelden.',
    third_parties: 'Ich bin damit einverstanden, dass meine Daten an ausgewählte Unternehmen weitergegeben werden.',
  },
  details: {
    form: 'Das Formular steht auf unserer Seite unter „Newsletter“. Nach dem Absenden geht eine E-Mail mit Bestätigungslink raus, erst der Klick trägt ein. Zeitpunkt und IP-Adresse werden gespeichert.',
    purchase:
      'Kundinnen und Kunden aus dem Onlineshop. Beim Kauf weisen wir neben dem E-Mail-Feld darauf hin, dass wir über ähnliche Waren informieren und man jederzeit widersprechen kann.',
    event: 'Die Karten lagen an unserem Stand aus und wurden von Hand ausgefüllt. Wir haben sie eingescannt und bewahren sie im Büro auf.',
    moved:
      'Der Verteiler lief seit 2019 bei einem anderen Anbieter. Abmeldungen und Rückläufer sind bereinigt, die Bestätigungen liegen als Export vor.',
    directory:
      'Wir haben passende Betriebe im Branchenverzeichnis herausgesucht und deren Adressen übernommen. Die Firmen freuen sich über unser Angebot.',
    draw: 'Teilnahme am Gewinnspiel auf unserer Seite. Wer mitmacht, ist automatisch für den Newsletter angemeldet.',
  },
  event: 'Handwerk & Form, Leipzig',
  partner: 'Regionalportal Elbtal',
  contract: 'Kooperationsvertrag vom 3. März 2026, § 4',
  provider: 'Brieftaube Mailing',
  questions: {
    link: 'Guten Tag, Sie haben die Startseite angegeben. Bitte nennen Sie uns die genaue Adresse der Seite, auf der das Anmeldeformular steht, damit wir es uns ansehen können.',
    contract:
      'Guten Tag, bitte schicken Sie uns den Wortlaut der Einwilligung, die Ihr Partner eingeholt hat. Aus dem Vertrag geht nicht hervor, ob Ihr Unternehmen darin genannt wird.',
    consent: 'Guten Tag, im Wortlaut der Einwilligung fehlt der Hinweis, dass man sie widerrufen kann. Steht er an anderer Stelle auf dem Formular?',
  },
  answers: {
    link: 'Entschuldigung, hier der direkte Link. Das Formular finden Sie ganz unten auf der Seite.',
    contract:
      'Der Partner hat uns den Text geschickt: „Ich willige ein, dass das Regionalportal und seine Partner mir Angebote senden.“ Mehr haben wir leider nicht.',
    consent: 'Ja, direkt unter dem Knopf steht: „Abmelden ist jederzeit über den Link in jeder E-Mail möglich.“',
  },
  explanations: {
    link: 'Unter der angegebenen Adresse gibt es kein Anmeldeformular. Ohne Formular lässt sich nicht nachvollziehen, wem die Menschen zugestimmt haben.',
    contract: 'Die Einwilligung beim Partner nennt Ihr Unternehmen nicht. Sie gilt deshalb nicht für Ihre Nachrichten.',
    consent: 'Der Einwilligung fehlen der Absender und der Hinweis auf den Widerruf. Bitte holen Sie die Zustimmung mit vollständigem Text neu ein.',
    bought: 'Die Liste stammt nach Ihrer Auskunft von einem Adresshändler. Die Empfänger haben Ihnen nicht zugestimmt.',
    directory:
      'Adressen aus einem Verzeichnis sind veröffentlicht, aber nicht für Werbung freigegeben. Auch bei Firmen braucht es eine Einwilligung.',
    draw: 'Die Teilnahme am Gewinnspiel ist keine Einwilligung in Werbung. Sie müsste getrennt und freiwillig erteilt werden.',
  },
}
