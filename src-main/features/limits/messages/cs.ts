import { OVER_LIST, type Texts } from './texts'

export const cs: Texts = {
  warning: {
    subject: 'Váš účet využívá více, než zahrnuje jeho tarif (zpráva {{n}} ze 3)',
    body: [
      'Váš tarif {{plan}} má limity a váš účet je zde překračuje (využito / zahrnuto):',
      OVER_LIST,
      '{{#restricts}}Pokud bude účet nad limity i dne {{date}}, bude omezen. Registrace a platby se pozastaví, newslettery nepůjde vytvářet, naplánované newslettery se neodešlou a kontakty nepůjde importovat, dokud účet nebude opět v mezích svých limitů. Nic se nesmaže.{{/restricts}}',
      '{{#upgrades}}Pokud bude účet nad limity i dne {{date}}, přejde na tarif {{next}}{{#price}} za {{price}}{{/price}}, aby fungoval bez přerušení.{{/upgrades}}',
      '{{#asks}}Vašemu využití odpovídá tarif {{next}}{{#price}} za {{price}}{{/price}}. Od {{date}} bychom na něj váš účet převedli, ale jen s vaším souhlasem: dejte prosím vědět naší podpoře.{{/asks}}',
      '{{#noPlan}}Žádný z našich tarifů takovému využití neodpovídá. Od {{date}} se vám ozve naše podpora, abychom společně našli řešení.{{/noPlan}}',
      'Můžete tomu předejít: snižte využití na limity nebo pod ně, nebo si v Nastavení, Můj tarif sami zvolte vyšší tarif. Oznamovat nám to nemusíte; zjistíme to sami.',
    ],
  },
  restricted: {
    subject: 'Váš účet je omezen',
    body: [
      'Psali jsme vám ve třech dnech, protože váš účet využívá více, než zahrnuje jeho tarif {{plan}} (využito / zahrnuto):',
      OVER_LIST,
      'Od této chvíle je vypnuto: registrace, platby, vytváření newsletterů, odesílání naplánovaných newsletterů a import kontaktů. Vše ostatní funguje dál a nic nebylo smazáno.',
      'Omezení skončí samo, jakmile bude účet v mezích svých limitů: snižte využití na limity nebo pod ně, nebo si v Nastavení, Můj tarif zvolte vyšší tarif. Naplánované newslettery, které do té doby neodejdou, se dodatečně neodešlou.',
    ],
  },
  upgraded: {
    subject: 'Váš účet má nyní tarif {{next}}',
    body: [
      'Váš účet využíval více, než zahrnuje tarif {{plan}}. Jak jsme oznámili, přešel na tarif {{next}}{{#price}} za {{price}}{{/price}}, aby fungoval bez přerušení.',
      'Chcete-li se vrátit k dřívějšímu tarifu, nejprve prosím snižte využití na jeho limity a poté napište naší podpoře.',
    ],
  },
  all_clear: {
    subject: 'Váš účet je opět v mezích svých limitů',
    body: ['Váš účet je opět v mezích limitů tarifu {{plan}}. To, co jsme oznámili v dřívějších zprávách, nenastane; nemusíte nic dělat.'],
  },
  lifted: {
    subject: 'Váš účet již není omezen',
    body: [
      'Váš účet je opět v mezích limitů tarifu {{plan}}. Registrace, platby, newslettery a importy jsou znovu zapnuty.',
      'Newslettery naplánované na dobu omezení nebyly odeslány a samy se neodešlou.',
    ],
  },
  deletion_announced: {
    subject: 'Váš účet může být od {{deletionDate}} smazán',
    body: [
      'Váš účet je od {{restrictedOn}} omezen, protože využívá více, než zahrnuje jeho tarif {{plan}}, a od {{seenOn}} jej nikdo nepoužil.',
      'Zůstane-li nevyužitý, může být od {{deletionDate}} smazán se vším, co obsahuje.',
      'Abyste tomu předešli, stačí se jednou přihlásit. Omezení skončí samo, jakmile bude účet v mezích svých limitů.',
    ],
  },
  reverted: {
    subject: 'Váš účet má opět tarif {{plan}}',
    body: ['Jak jste si přáli, váš účet má opět tarif {{plan}}{{#price}} za {{price}}{{/price}}. Od této chvíle platí jeho limity.'],
  },
}
