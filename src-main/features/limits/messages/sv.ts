import { OVER_LIST, type Texts } from './texts'

export const sv: Texts = {
  warning: {
    subject: 'Ditt konto använder mer än abonnemanget omfattar (meddelande {{n}} av 3)',
    body: [
      'Ditt abonnemang {{plan}} har gränser, och ditt konto ligger över dem här (använt / ingår):',
      OVER_LIST,
      '{{#restricts}}Om kontot fortfarande ligger över gränserna den {{date}} begränsas det. Anmälningar och betalningar stoppas då, nyhetsbrev kan inte skapas, schemalagda nyhetsbrev skickas inte och kontakter kan inte importeras, tills kontot åter är inom sina gränser. Ingenting raderas.{{/restricts}}',
      '{{#upgrades}}Om kontot fortfarande ligger över gränserna den {{date}} flyttas det till abonnemanget {{next}}{{#price}} för {{price}}{{/price}} så att det fortsätter fungera utan avbrott.{{/upgrades}}',
      '{{#asks}}Det abonnemang som rymmer din användning är {{next}}{{#price}} för {{price}}{{/price}}. Från den {{date}} skulle vi flytta ditt konto dit, men bara med ditt samtycke: kontakta vår support.{{/asks}}',
      '{{#noPlan}}Inget av våra abonnemang rymmer den här användningen. Från den {{date}} kontaktar vår support dig för att hitta en lösning tillsammans.{{/noPlan}}',
      'Du kan förhindra detta: minska användningen till gränserna eller lägre, eller välj själv ett större abonnemang under Inställningar, Mitt abonnemang. Du behöver inte meddela oss; vi märker det själva.',
    ],
  },
  restricted: {
    subject: 'Ditt konto är begränsat',
    body: [
      'Vi har skrivit till dig tre dagar eftersom ditt konto använder mer än abonnemanget {{plan}} omfattar (använt / ingår):',
      OVER_LIST,
      'Från och med nu är detta avstängt: anmälningar, betalningar, att skapa nyhetsbrev, utskick av schemalagda nyhetsbrev och import av kontakter. Allt annat fungerar som vanligt, och ingenting har raderats.',
      'Begränsningen upphör av sig själv så snart kontot är inom sina gränser: minska användningen till gränserna eller lägre, eller välj ett större abonnemang under Inställningar, Mitt abonnemang. Schemalagda nyhetsbrev som uteblivit till dess skickas inte i efterhand.',
    ],
  },
  upgraded: {
    subject: 'Ditt konto har nu abonnemanget {{next}}',
    body: [
      'Ditt konto använde mer än abonnemanget {{plan}} omfattar. Som vi meddelade har det flyttats till abonnemanget {{next}}{{#price}} för {{price}}{{/price}} så att det fortsätter fungera utan avbrott.',
      'Om du vill gå tillbaka till ditt tidigare abonnemang, minska först användningen till dess gränser och skriv sedan till vår support.',
    ],
  },
  all_clear: {
    subject: 'Ditt konto är åter inom sina gränser',
    body: [
      'Ditt konto är åter inom gränserna för abonnemanget {{plan}}. Det vi meddelade tidigare kommer inte att ske; du behöver inte göra någonting.',
    ],
  },
  lifted: {
    subject: 'Ditt konto är inte längre begränsat',
    body: [
      'Ditt konto är åter inom gränserna för abonnemanget {{plan}}. Anmälningar, betalningar, nyhetsbrev och importer är påslagna igen.',
      'Nyhetsbrev som var schemalagda under begränsningen har inte skickats och skickas inte av sig själva.',
    ],
  },
  deletion_announced: {
    subject: 'Ditt konto kan komma att raderas från den {{deletionDate}}',
    body: [
      'Ditt konto har varit begränsat sedan den {{restrictedOn}} eftersom det använder mer än abonnemanget {{plan}} omfattar, och ingen har använt det sedan den {{seenOn}}.',
      'Om det förblir oanvänt kan det raderas med allt innehåll från den {{deletionDate}}.',
      'Det räcker att logga in en gång för att förhindra detta. Begränsningen upphör av sig själv så snart kontot är inom sina gränser.',
    ],
  },
  reverted: {
    subject: 'Ditt konto har åter abonnemanget {{plan}}',
    body: ['Som du önskade har ditt konto åter abonnemanget {{plan}}{{#price}} för {{price}}{{/price}}. Dess gränser gäller från och med nu.'],
  },
}
