const GERMAN_STATES = ['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const
const COUNTRIES = [
  'AT',
  'BE',
  'CH',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'NL',
  'NO',
  'PL',
  'PT',
  'SE',
  'SK',
] as const

/** Offered regions: countries around, and Germany's states, which have holidays of their own. */
export const REGIONS: readonly string[] = COUNTRIES.flatMap((country) =>
  country === 'DE' ? ['DE', ...GERMAN_STATES.map((state) => `DE-${state}`)] : [country],
)

/** Names of Germany's states; a language without an own name uses the German one. */
export const STATE_NAMES: Readonly<Record<(typeof GERMAN_STATES)[number], string>> = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  HB: 'Bremen',
  HE: 'Hessen',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
}

/** `DE-BY` as "Germany, Bayern". */
export function regionName(region: string, country: (code: string) => string): string {
  const [code = region, state] = region.split('-')
  if (state === undefined) return country(code)
  return `${country(code)}, ${code === 'DE' && state in STATE_NAMES ? STATE_NAMES[state as keyof typeof STATE_NAMES] : state}`
}
