import { LIST, type Texts } from './texts'

export const de: Texts = {
  held: {
    subject: '{{#whole}}Ihr Konto ist wegen einer offenen Rechnung angehalten{{/whole}}{{^whole}}Segmente wurden ausgeschaltet{{/whole}}',
    body: [
      '{{#any}}Wir haben diese Segmente ausgeschaltet:{{/any}}',
      LIST,
      '{{#more}}und {{more}} weitere.{{/more}}',
      '{{#mailbox}}Ursache: Die Verbindung zum Postfach {{source}} ist getrennt.{{/mailbox}}{{#crm}}Ursache: Die Verbindung zum CRM {{source}} ist getrennt. Über sie gleichen wir Ihre Sperrliste ab.{{/crm}}{{#maintenance}}Ursache: Wartung durch unsere Technik.{{#text}} {{text}}{{/text}}{{/maintenance}}{{#invoice}}Ursache: Die Rechnung {{source}} ist überfällig; offen sind noch {{open}}.{{/invoice}}{{#operator}}Ursache: Unser Support hat sie ausgeschaltet.{{#text}} {{text}}{{/text}}{{/operator}}',
      '{{#mailbox}}Was zu tun ist: Verbinden Sie das Postfach im Profil unter Integrationen neu.{{/mailbox}}{{#crm}}Was zu tun ist: Verbinden Sie das CRM im Profil unter Integrationen neu.{{/crm}}{{#maintenance}}Was zu tun ist: nichts.{{/maintenance}}{{#invoice}}Was zu tun ist: Bitte bezahlen Sie die Rechnung. Wenn sie aus Ihrer Sicht nicht stimmt, sagen Sie es unserem Support.{{/invoice}}{{#operator}}Was zu tun ist: Bei Fragen wenden Sie sich bitte an unseren Support.{{/operator}}',
      '{{#mailbox}}Folge: Über dieses Postfach kann keine E-Mail verschickt werden, deshalb sind seine Segmente aus. Sobald es verbunden ist, laufen sie von selbst wieder, wenn wir Ihnen nichts anderes mitteilen.{{/mailbox}}{{#crm}}Folge: Alle Segmente sind aus, damit niemand aus Ihrem CRM versehentlich angeschrieben wird. Sie laufen wieder, sobald das CRM verbunden und seine Sperrliste neu eingelesen ist.{{/crm}}{{#maintenance}}Folge: Die Segmente sind während der Wartung aus{{#until}}, voraussichtlich bis {{until}}{{/until}}.{{/maintenance}}{{#invoice}}{{^whole}}Folge: Die Segmente sind aus, bis die Rechnung bezahlt ist. Bleibt sie offen, wird das ganze Konto angehalten.{{/whole}}{{#whole}}Folge: Segmente, das Teilen von Leads und der Versand an Gruppen sind aus, bis die Rechnung bezahlt ist. Anmelden und bezahlen können Sie weiterhin.{{/whole}}{{/invoice}}{{#operator}}Folge: Die Segmente laufen erst wieder, wenn unser Support sie freigibt{{#until}}, voraussichtlich am {{until}}{{/until}}.{{/operator}}',
    ],
  },
  released: {
    subject: '{{#whole}}Ihr Konto ist nicht mehr angehalten{{/whole}}{{^whole}}{{#any}}Ihre Segmente laufen wieder{{/any}}{{^any}}Ein Grund gegen Ihre Segmente ist entfallen{{/any}}{{/whole}}',
    body: [
      '{{#mailbox}}Das Postfach {{source}} hält Ihre Segmente nicht mehr an.{{/mailbox}}{{#crm}}Das CRM {{source}} hält Ihre Segmente nicht mehr an.{{/crm}}{{#maintenance}}Die Wartung ist beendet.{{/maintenance}}{{#invoice}}Die Rechnung {{source}} hält Ihr Konto nicht mehr an. Vielen Dank.{{/invoice}}{{#operator}}Unser Support hat Ihre Segmente freigegeben.{{/operator}}',
      '{{#whole}}Segmente, das Teilen von Leads und der Versand an Gruppen sind wieder möglich, soweit nichts anderes dagegen spricht.{{/whole}}',
      '{{#blocked}}Kontakte, die die neue Sperrliste sperrt: {{blocked}}.{{/blocked}}',
      '{{#any}}Diese Segmente laufen wieder:{{/any}}',
      LIST,
      '{{#more}}und {{more}} weitere.{{/more}}',
      '{{#others}}Einige Segmente bleiben aus einem anderen Grund aus, über den wir Ihnen geschrieben haben.{{/others}}',
      '{{#off}}Segmente, die Sie selbst ausgeschaltet hatten, bleiben aus.{{/off}}',
    ],
  },
  maintenance_ahead: {
    subject: 'Wartung Ihrer Segmente am {{starts}}',
    body: [
      'Unsere Technik arbeitet von {{starts}} bis {{ends}} an diesen Segmenten:',
      LIST,
      '{{#more}}und {{more}} weitere.{{/more}}',
      '{{#text}}{{text}}{{/text}}',
      'Sie sind in dieser Zeit aus und laufen danach von selbst wieder. Sie müssen nichts tun.',
    ],
  },
  maintenance_changed: {
    subject: 'Wartung Ihrer Segmente: jetzt bis {{ends}}',
    body: ['Die Wartung mit Beginn {{starts}} endet jetzt am {{ends}}. Sie betrifft diese Segmente:', LIST, '{{#more}}und {{more}} weitere.{{/more}}', 'Sie müssen nichts tun.'],
  },
  maintenance_cancelled: {
    subject: 'Die Wartung am {{starts}} entfällt',
    body: ['Die für {{starts}} angekündigte Wartung entfällt. Ihre Segmente laufen weiter; Sie müssen nichts tun.'],
  },
}
