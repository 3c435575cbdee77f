import { CellProblem, type ReadCell } from './value'

/** ISO 3166-1 alpha-2. */
const COUNTRIES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
    'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
    'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
)
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
const NO_COUNTRY = new CellProblem('not_a_country')
const NO_CURRENCY = new CellProblem('not_a_currency')
const NO_ZONE = new CellProblem('not_a_zone')

export function country(value: string): string | CellProblem {
  return COUNTRIES.has(value) ? value : NO_COUNTRY
}

/** ISO 4217. */
export function currency(value: string): string | CellProblem {
  return CURRENCIES.has(value) ? value : NO_CURRENCY
}

/** Distinct values remembered; a hostile file can't grow it further. */
const MOST_ZONES = 2_000

/** An IANA name. Asking Intl costs 30 µs: once per distinct value, not per row. */
export function zones(): ReadCell {
  const known = new Map<string, string | CellProblem>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const answer = isZone(value) ? value : NO_ZONE
    if (known.size < MOST_ZONES) known.set(Buffer.from(value).toString(), answer)
    return answer
  }
}

/** Intl also takes offsets such as +02:00 in newer engines; those are no IANA names. */
function isZone(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(value)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}
