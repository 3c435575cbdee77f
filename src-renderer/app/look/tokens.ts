/** The desk's colours, by scheme. Contrast was measured against panel, rail and selected rows. */
export interface Tokens {
  panel: string
  frame: string
  rail: string
  sunk: string
  hover: string
  selected: string
  line: string
  strong: string
  text1: string
  text2: string
  text3: string
  accent: string
  fill: string
  fillHover: string
  accentSoft: string
  bad: string
  badSoft: string
  badFill: string
  warn: string
  warnSoft: string
  warnLine: string
  ok: string
  okSoft: string
  control: string
  bar: string
  barBad: string
  track: string
  inverse: string
  inverseText: string
}

export const LIGHT: Tokens = {
  panel: '#FFFFFF',
  frame: '#F4F5F7',
  rail: '#EBEDF1',
  sunk: '#F7F8FA',
  hover: '#F4F5F7',
  selected: '#EEF1FD',
  line: '#E1E4EA',
  strong: '#CBD0DA',
  text1: '#1B1E25',
  text2: '#4A5160',
  text3: '#5F6877',
  accent: '#3D57C8',
  fill: '#3D57C8',
  fillHover: '#3349B0',
  accentSoft: '#E6EAFB',
  bad: '#B4231C',
  badSoft: '#FCEBE9',
  badFill: '#B4231C',
  warn: '#875200',
  warnSoft: '#FBF0DC',
  warnLine: '#D9B36C',
  ok: '#1A6B3C',
  okSoft: '#E4F3E9',
  control: '#7F8796',
  bar: '#8A94A6',
  barBad: '#CE3A32',
  track: '#E1E4EA',
  inverse: '#1B1E25',
  inverseText: '#F4F5F7',
}

export const DARK: Tokens = {
  panel: '#1A1D22',
  frame: '#14161A',
  rail: '#101216',
  sunk: '#16191D',
  hover: '#20242A',
  selected: '#222A45',
  line: '#2B3038',
  strong: '#3B414C',
  text1: '#E7E9ED',
  text2: '#B6BCC7',
  text3: '#949CAA',
  accent: '#A3B4FF',
  fill: '#4D68D8',
  fillHover: '#5C76E2',
  accentSoft: '#262E4D',
  bad: '#FF958D',
  badSoft: '#3B2121',
  badFill: '#B4231C',
  warn: '#EDB65F',
  warnSoft: '#352B18',
  warnLine: '#7A6334',
  ok: '#76CF9C',
  okSoft: '#1A3125',
  control: '#6E7685',
  bar: '#717B8C',
  barBad: '#E8645B',
  track: '#2B3038',
  inverse: '#2B303B',
  inverseText: '#E7E9ED',
}
