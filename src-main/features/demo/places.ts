import type { Language } from '@contract/define'

/** One country's share of the made-up customers. */
export interface Place {
  readonly country: string
  readonly language: Language
  readonly zone: string
  readonly domain: string
  readonly phone: string
  readonly currency: string
  readonly people: readonly string[]
  readonly families: readonly string[]
  readonly trades: readonly string[]
  readonly cities: readonly (readonly [city: string, postal: string])[]
  readonly streets: readonly string[]
  /** `{f}` family, `{t}` trade, `{c}` city. */
  readonly names: readonly string[]
}

export const PLACES: readonly Place[] = [
  {
    country: 'DE',
    language: 'de',
    zone: 'Europe/Berlin',
    domain: 'de',
    phone: '+49 30',
    currency: 'EUR',
    people: ['Käthe', 'Jürgen', 'Annika', 'Matthias', 'Sibylle', 'Thorsten', 'Greta', 'Lennart'],
    families: [
      'Löwenstein',
      'Schäfer',
      'Brüggemann',
      'Weißgerber',
      'Kräuter',
      'Hövel',
      'Süßmann',
      'Jäger',
      'Petersen',
      'Ostermeier',
      'Fährmann',
      'Grünwald',
    ],
    trades: [
      'Gerüstbau',
      'Goldschmiede',
      'Imkerei',
      'Buchhandlung',
      'Möbelhaus',
      'Gärtnerei',
      'Kunstschmiede',
      'Weinhandel',
      'Tischlerei',
      'Fahrradhaus',
      'Kaffeerösterei',
      'Yogahaus',
    ],
    cities: [
      ['Berlin', '10115'],
      ['Köln', '50667'],
      ['Nürnberg', '90402'],
      ['Lübeck', '23552'],
      ['Münster', '48143'],
      ['Görlitz', '02826'],
    ],
    streets: ['Mühlenstraße', 'Schloßallee', 'Am Graben', 'Bäckergasse'],
    names: ['{t} {f} GmbH', '{t} {f} & Töchter', '{t} {f}', '{t} {c} GbR', '{f} {t} e. K.'],
  },
  {
    country: 'SE',
    language: 'sv',
    zone: 'Europe/Stockholm',
    domain: 'se',
    phone: '+46 8',
    currency: 'SEK',
    people: ['Åsa', 'Björn', 'Elin', 'Göran', 'Märta', 'Nils', 'Saga', 'Östen'],
    families: ['Bergström', 'Lindqvist', 'Öberg', 'Sjögren', 'Ångström', 'Hällgren', 'Nyström', 'Wåhlin', 'Ekelöf', 'Söderlund'],
    trades: ['Fönsterputs', 'Cykelverkstad', 'Bokhandel', 'Trädgård', 'Rösteri', 'Snickeri', 'Keramik', 'Båtvarv', 'Hundcenter', 'Bageri'],
    cities: [
      ['Göteborg', '411 03'],
      ['Norrköping', '602 21'],
      ['Öregrund', '742 42'],
      ['Malmö', '211 19'],
      ['Umeå', '903 26'],
    ],
    streets: ['Storgatan', 'Hamngatan', 'Älvvägen', 'Kyrkogatan'],
    names: ['{f}s {t} AB', '{c} {t} AB', '{t} {f} HB', 'Föreningen {t} {c}'],
  },
  {
    country: 'CZ',
    language: 'cs',
    zone: 'Europe/Prague',
    domain: 'cz',
    phone: '+420 2',
    currency: 'CZK',
    people: ['Tomáš', 'Žofie', 'Jiří', 'Božena', 'Ondřej', 'Šárka', 'Václav', 'Zdeňka'],
    families: ['Dvořák', 'Havlíček', 'Šťastný', 'Říha', 'Černý', 'Procházka', 'Křížek', 'Žižka', 'Novotný', 'Beneš'],
    trades: [
      'Vinařství',
      'Pekařství',
      'Zahradnictví',
      'Knihkupectví',
      'Truhlářství',
      'Kavárna',
      'Pivovar',
      'Cukrárna',
      'Zámečnictví',
      'Jazyková škola',
    ],
    cities: [
      ['Brno', '602 00'],
      ['Plzeň', '301 00'],
      ['Český Krumlov', '381 01'],
      ['Praha', '110 00'],
      ['Ústí nad Labem', '400 01'],
    ],
    streets: ['Na Příkopě', 'Hlavní', 'U Tří řepek', 'Školní'],
    names: ['{t} {f} s.r.o.', '{t} {f} a synové, spol. s r.o.', '{t} U {f}ů', '{t} {c}'],
  },
  {
    country: 'NO',
    language: 'nb',
    zone: 'Europe/Oslo',
    domain: 'no',
    phone: '+47 22',
    currency: 'NOK',
    people: ['Håkon', 'Ingrid', 'Øystein', 'Solveig', 'Kåre', 'Åshild', 'Sindre', 'Bjørg'],
    families: ['Fjordblikk', 'Østfold', 'Haugland', 'Sæther', 'Bjørnstad', 'Nygård', 'Kråkenes', 'Ødegård', 'Lillebø'],
    trades: ['Varmepumper', 'Seilforening', 'Gjestegård', 'Blomster', 'Bokhandel', 'Møbler', 'Regnskap', 'Bakeri', 'Friluft'],
    cities: [
      ['Oslo', '0150'],
      ['Tromsø', '9008'],
      ['Ålesund', '6002'],
      ['Bergen', '5003'],
      ['Bodø', '8006'],
    ],
    streets: ['Sjøgata', 'Kirkeveien', 'Havnegata', 'Øvre gate'],
    names: ['{f} {t} AS', '{c} {t} AS', '{t} {f}', '{f} og sønner AS'],
  },
  {
    country: 'GB',
    language: 'en',
    zone: 'Europe/London',
    domain: 'co.uk',
    phone: '+44 20',
    currency: 'GBP',
    people: ['Harriet', 'Duncan', 'Priya', 'Callum', 'Wilhelmina', 'Theo', 'Aoife', 'Rupert'],
    families: ['Harrow', 'Pike', 'Ashworth', 'Penhaligon', 'Wren', 'Fairweather', 'Oakes', 'Thistle', 'Marlowe'],
    trades: ['Chandlers', 'Bookshop', 'Joinery', 'Garden Centre', 'Pottery', 'Cycles', 'Coffee Roasters', 'Language School', 'Boatyard'],
    cities: [
      ['London', 'SE1 9GF'],
      ['Whitby', 'YO21 3PU'],
      ['Falmouth', 'TR11 3AB'],
      ['Leith', 'EH6 6RA'],
    ],
    streets: ['Quay Street', 'Old Mill Lane', 'Church Row', 'Station Road'],
    names: ['{f} & Sons Ltd', '{f} {t} Ltd', '{c} {t}', '{f} & Wren {t} Ltd'],
  },
]
