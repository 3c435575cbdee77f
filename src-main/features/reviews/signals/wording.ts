import { fold } from '@kernel/search/index'
import type { Domain } from './domains'

/** In this order. */
export const ELEMENTS = ['sender', 'purpose', 'revocation'] as const
export type Element = (typeof ELEMENTS)[number]

/** Longer wordings are read so far: a consent is no book. */
const LONGEST = 20_000

export interface Sender {
  readonly company: string
  readonly domains: readonly Pick<Domain, 'registrable' | 'name' | 'suffix'>[]
}

/**
 * REV-12: elements that a consent needs and this wording doesn't show, in German, Swedish, Czech, Norwegian or English; other languages show
 * none. Looks for words, understands nothing: a help for the eye, no verdict. Linear.
 */
export function missingElements(wording: string, sender: Sender): Element[] {
  const clauses = clausesOf(wording.slice(0, LONGEST))
  const words = clauses.flat()
  const named = { sender: () => namesSender(words, sender), purpose: () => namesPurpose(words), revocation: () => clauses.some(namesRevocation) }
  return ELEMENTS.filter((element) => !named[element]())
}

/** Folded words, clause by clause. Invisible characters go first: they would split words for us and not for the reader. */
function clausesOf(wording: string): string[][] {
  return fold(wording.replaceAll(/\p{Cf}/gu, ''))
    .split(/[.,;:!?()\n\r]+(?:\s|$)|\n/u)
    .map((clause) => clause.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))
}

const LEGAL_FORMS = new Set(
  `gmbh ag kg kgaa ohg gbr ug ev eg mbh co cokg ek inc ltd llc llp plc corp ab hb kb as asa ans da enk sro spol s r o a v z druzstvo vos se sa the and und och og
   der die das i`.split(/\s+/),
)

/** ü written ue is one letter. */
const squashed = (word: string): string => word.replaceAll(/([aou])e/g, '$1')
const nameWords = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(squashed)

/** Half of the words that make up the company's name, or one of its domains. */
function namesSender(words: readonly string[], { company, domains }: Sender): boolean {
  const said = new Set(words.map(squashed))
  const all = nameWords(company)
  const own = all.filter((word) => !LEGAL_FORMS.has(word))
  const name = new Set(own.length > 0 ? own : all)
  const found = [...name].filter((word) => said.has(word)).length
  if (name.size > 0 && found * 2 >= name.size) return true
  const text = ` ${words.join(' ')} `
  return domains.some(
    ({ registrable, name: own, suffix }) =>
      text.includes(` ${spaced(own)} ${spaced(suffix)} `) ||
      text.includes(` ${spaced(registrable)} `) ||
      (own.length >= 4 && text.includes(` ${spaced(own)} `)),
  )
}

const spaced = (domain: string): string => fold(domain).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')

/** Anywhere in a word: German and Scandinavian words are put together. */
const PURPOSE =
  `newsletter nyhetsbrev nyhetsmejl nyhetsmail mailing werbung werbe werblich marketing marknadsforing markedsforing markedsfoering advertis promotion
  angebot angebote neuigkeit erbjudand tilbud reklam novink novinek nabidk nabidek zpravodaj infobrev rundbrief rundmail kundebrev kundbrev`.split(
    /\s+/,
  )
/** Whole words: their beginnings mean other things. */
const PURPOSE_WORDS = new Set(['offers', 'news', 'updates', 'nyheter', 'obchodni', 'obchodnich', 'aktuelles'])

const namesPurpose = (words: readonly string[]): boolean =>
  words.some((word) => PURPOSE_WORDS.has(word) || PURPOSE.some((stem) => word.includes(stem)))

const REVOCATION =
  `widerruf widerrief widersprech widerspruch abmeld abzumeld abbestell abzubestell austrag auszutrag unsubscrib withdraw revok revoc optout
  avregistrer avprenumer avanmal aterkall avbestall avsluta odhlas odvol odebrat avmeld tilbakekall avbestill avslutte`.split(/\s+/)
/** Words that say it together, near each other. */
const REVOCATION_PAIRS = [
  ['opt', 'out'],
  ['stop', 'receiving'],
  ['melden', 'ab'],
  ['bestellen', 'ab'],
  ['meld', 'av'],
  ['melde', 'av'],
  ['trekke', 'tilbake'],
  ['trekkes', 'tilbake'],
  ['trekk', 'tilbake'],
  ['ta', 'tillbaka'],
  ['tas', 'tillbaka'],
  ['saga', 'upp'],
  ['vzit', 'zpet'],
  ['zrusit', 'odber'],
  ['zrusit', 'souhlas'],
] as const
const PAIR_REACH = 12

const NO = new Set(
  `nicht nie niemals kein keine keinen keinerlei ohne unwiderruflich cannot not never no without inte ej aldrig ikke aldri uten utan nelze neni nemuzete nikdy nesmi nejde`.split(
    /\s+/,
  ),
)
/** So near a no turns it round: »kann nicht widerrufen werden«, »unsubscribing is not possible«. */
const NO_REACH = 3

function namesRevocation(words: readonly string[]): boolean {
  return words.some((word, at) => (isRevocation(word) || isPair(words, at)) && !denied(words, at))
}

const isRevocation = (word: string): boolean =>
  !word.startsWith('unwiderruf') && !word.startsWith('irrevoc') && REVOCATION.some((stem) => word.includes(stem))

const isPair = (words: readonly string[], at: number): boolean =>
  REVOCATION_PAIRS.some(([first, second]) => words[at] === first && words.slice(at + 1, at + 1 + PAIR_REACH).includes(second))

function denied(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - NO_REACH), at + NO_REACH + 1).some((word) => NO.has(word))
}
