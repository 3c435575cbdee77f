/** Letters that Unicode doesn't take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' }
const ASCII = /^[\0-\x7f]*$/

/** Lower case without diacritics, for comparing and sorting: `Škoda` → `skoda`, `Größe` → `grosse`. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłħı]/g, (letter) => WHOLE[letter]!)
}

/** Shorter words can't be searched for (DSK-01: from three characters). */
const SHORTEST_WORD = 3
/** A longer word is found by its beginning. */
const LONGEST_WORD = 32
/** A hostile row can't fill the index. */
const MOST_TOKENS = 40

/** The words of some texts as the index holds them, each once. */
export function tokensOf(texts: readonly (string | null | undefined)[]): string[] {
  const tokens: string[] = []
  for (const text of texts) {
    if (text === null || text === undefined) continue
    for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
      if (word.length < SHORTEST_WORD) continue
      const token = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
      if (!tokens.includes(token)) tokens.push(token)
      if (tokens.length === MOST_TOKENS) return tokens
    }
  }
  return tokens
}
