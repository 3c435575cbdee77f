import { ITEMS, WRITTEN, type Texts } from './texts'

export const cs: Texts = {
  received: {
    subject: 'Posuzujeme vaši skupinu „{{group}}“',
    body: [
      'Děkujeme: vaše údaje ke skupině „{{group}}“ jsou úplné a posouzení začalo.{{#due}} Ozveme se vám nejpozději {{due}}.{{/due}}',
      'Skupině lze posílat, až bude schválena. Chcete-li něco doplnit, doplňte to do údajů; vezmeme to v úvahu.',
    ],
  },
  incomplete: {
    subject: 'Vaše údaje ke skupině „{{group}}“ zatím nejsou úplné',
    body: [
      'Děkujeme za údaje ke skupině „{{group}}“. Ještě chybí:',
      ITEMS,
      'Doplňte to prosím ve svém účtu v části Kontakty, Skupiny.{{^reviewing}} Posouzení začne, jakmile bude vše k dispozici; do té doby nelze skupině nic posílat.{{/reviewing}}{{#reviewing}} Posouzení zatím pokračuje s vašimi dřívějšími údaji.{{/reviewing}}',
    ],
  },
  accepted: {
    subject: 'Vaše skupina „{{group}}“ je schválena',
    body: ['Skupinu „{{group}}“ jsme posoudili a schválili. Od této chvíle jí můžete posílat.'],
  },
  queried: {
    subject: 'Otázka k vaší skupině „{{group}}“',
    body: [
      'Posuzujeme skupinu „{{group}}“ a máme otázku:',
      WRITTEN,
      'Odpovězte prosím ve svém účtu v části Kontakty, Skupiny. S vaší odpovědí bude posouzení pokračovat; do té doby nelze skupině nic posílat.',
    ],
  },
  rejected: {
    subject: 'Vaší skupině „{{group}}“ nelze posílat',
    body: [
      'Skupinu „{{group}}“ jsme posoudili a nemůžeme ji schválit. Důvod podle našich pravidel:',
      ITEMS,
      WRITTEN,
      'Skupině nelze posílat.{{^anew}} Je-li situace jiná nebo se změnila, můžete skupinu předložit znovu s dalšími podklady.{{/anew}}{{#anew}} Mezitím jste ji předložili znovu; k tomu dostanete samostatnou odpověď.{{/anew}}',
    ],
  },
  reopened: {
    subject: 'Vaši skupinu „{{group}}“ posuzujeme znovu',
    body: [
      'Naše rozhodnutí o skupině „{{group}}“ se přezkoumává; to dřívější už neplatí. Ozveme se vám{{#due}} nejpozději {{due}}{{/due}}, nemusíte nic dělat.',
      '{{#was_accepted}}Do té doby nelze skupině nic posílat.{{/was_accepted}}',
    ],
  },
  recorded: {
    subject: 'Zapsali jsme za vás údaje ke skupině „{{group}}“',
    body: [
      'Naše podpora za vás ke skupině „{{group}}“ zapsala vašimi slovy následující (obdrženo: {{source}}):',
      WRITTEN,
      'Pokud něco není tak, jak jste uvedli, dejte prosím vědět naší podpoře. Kdo údaje zapsal, na rozhodnutí se nepodílí.',
    ],
  },
}
