import { ITEMS, type Texts } from './texts'

export const cs: Texts = {
  paused: {
    subject: 'Sdílení leadů od {{sender}} k {{receiver}} je pozastaveno',
    body: [
      'Leady, které kliknou ve zprávách od {{sender}}, se nyní nepředávají příjemci {{receiver}}. Chybí:',
      ITEMS,
      'Sdílení se samo obnoví, jakmile bude vše v pořádku. Leady, které mezitím kliknou, se dodatečně nepředají.',
    ],
  },
  resumed: {
    subject: 'Sdílení leadů od {{sender}} k {{receiver}} opět běží',
    body: [
      'Co chybělo, je opět v pořádku: leady, které kliknou ve zprávách od {{sender}}, se od této chvíle předávají příjemci {{receiver}}.',
      'Leady, které klikly během pozastavení, předány nebyly a nebudou.',
    ],
  },
  recall: {
    subject: 'Smažte prosím lead, který jste obdrželi od {{sender}}',
    body: [
      'Údaje leadu, který s vámi sdílel odesílatel {{sender}}, musí být smazány. O který jde, ukazuje váš účet.',
      'Smažte jej prosím všude, kam jste jej zkopírovali, a potvrďte to naší podpoře.',
    ],
  },
}
