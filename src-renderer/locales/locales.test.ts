import { describe, expect, it } from 'vitest'
import { category, filledIn, flat, stem, type Texts } from './catalogue'
import { textsIn, usesIn } from './used-keys'

const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' })
const sources = Object.entries(import.meta.glob<string>('../{app,kit,features}/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })).filter(([path]) => !/\.test\.tsx?$/.test(path))

/** language → namespace → key → text */
const catalogues = new Map<string, Map<string, Map<string, string>>>()
for (const [path, texts] of Object.entries(files)) {
  const [, language = '', namespace = ''] = /^\.\/(\w+)\/(\w+)\.json$/.exec(path) ?? []
  const own = catalogues.get(language) ?? new Map<string, Map<string, string>>()
  own.set(namespace, flat(texts))
  catalogues.set(language, own)
}
const english = catalogues.get('en')!

function problemsOf(check: (report: (problem: string) => void) => void): string[] {
  const problems: string[] = []
  check((problem) => problems.push(problem))
  return problems
}

describe('catalogues (DSK-05)', () => {
  it.each([...catalogues.keys()].filter((language) => language !== 'en'))('%s: has every English text, and none more', (language) => {
    const own = catalogues.get(language)!
    // How many forms a counted text needs is the language's own affair; the next test looks at them.
    const asked = (texts: ReadonlyMap<string, string> = new Map()): Set<string> =>
      new Set([...texts.keys()].map((key) => (category(key) === null ? key : `${stem(key)} (counted)`)))
    const problems = problemsOf((report) => {
      for (const namespace of new Set([...english.keys(), ...own.keys()])) {
        const [en, other] = [asked(english.get(namespace)), asked(own.get(namespace))]
        for (const key of en) if (!other.has(key)) report(`${language}/${namespace}: ${key} is missing`)
        for (const key of other) if (!en.has(key)) report(`en/${namespace}: ${key} is missing`)
      }
    })
    expect(problems).toEqual([])
  })

  it.each([...catalogues.keys()])('%s: plurals have exactly the categories of the language', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const problems = problemsOf((report) => {
      for (const [namespace, texts] of catalogues.get(language)!) {
        for (const key of texts.keys()) {
          if (category(key) === null) continue
          if (texts.has(stem(key))) report(`${namespace}: ${stem(key)} is there with and without a count`)
          for (const name of needed) if (!texts.has(`${stem(key)}_${name}`)) report(`${namespace}: ${stem(key)}_${name} is missing`)
          if (!needed.includes(category(key) as Intl.LDMLPluralRule)) report(`${namespace}: ${key} is never used`)
        }
      }
    })
    expect([...new Set(problems)]).toEqual([])
  })

  it.each([...catalogues.keys()])('%s: no text is empty, and each is filled with what English is filled with', (language) => {
    const problems = problemsOf((report) => {
      for (const [namespace, texts] of catalogues.get(language)!) {
        for (const [key, text] of texts) {
          if (text.trim() === '') report(`${namespace}: ${key} is empty`)
          const original = english.get(namespace)?.get(key) ?? english.get(namespace)?.get(`${stem(key)}_other`)
          if (original !== undefined && filledIn(original).join() !== filledIn(text).join()) report(`${namespace}: ${key} is filled with ${filledIn(text).join()}, not ${filledIn(original).join()}`)
        }
      }
    })
    expect(problems).toEqual([])
  })
})

describe('texts in the source', () => {
  const uses = sources.flatMap(([path, text]) => usesIn(path, text))

  function places(key: string, namespaces: readonly string[]): { texts: Map<string, string>; key: string }[] {
    const colon = key.indexOf(':')
    const named = colon < 0 ? namespaces : [key.slice(0, colon)]
    return named.flatMap((namespace) => {
      const texts = english.get(namespace)
      return texts === undefined ? [] : [{ texts, key: key.slice(colon + 1) }]
    })
  }

  it('finds the uses', () => {
    expect(uses.length).toBeGreaterThan(100)
  })

  it('has a text for every key that is asked for', () => {
    const problems = problemsOf((report) => {
      for (const { file, key, prefix, namespaces } of uses) {
        if (key === '') continue
        const found = places(key, namespaces).some(({ texts, key: own }) =>
          prefix ? [...texts.keys()].some((known) => known.startsWith(own)) : texts.has(own) || texts.has(`${own}_other`),
        )
        if (!found) report(`${file}: ${key}${prefix ? '…' : ''}`)
      }
    })
    expect(problems).toEqual([])
  })

  it('gives a count where there are plurals, and only there', () => {
    const problems = problemsOf((report) => {
      for (const { file, key, prefix, counted, namespaces } of uses) {
        if (prefix || counted === null) continue
        for (const { texts, key: own } of places(key, namespaces)) {
          if (counted && texts.has(own) && !texts.get(own)!.includes('{{count}}')) report(`${file}: ${key} has no plurals`)
          if (!counted && !texts.has(own) && texts.has(`${own}_other`)) report(`${file}: ${key} needs a count`)
        }
      }
    })
    expect(problems).toEqual([])
  })

  it('uses every text', () => {
    const literals = new Set(sources.flatMap(([path, text]) => textsIn(path, text)).filter((text) => text !== '' && !/\s/.test(text)))
    const used = (namespace: string, key: string): boolean => {
      if (literals.has(key) || literals.has(`${namespace}:${key}`)) return true
      // A namespace of things alike, asked for by their ids: `signals:`.
      if (literals.has(`${namespace}:`)) return true
      // Built from a beginning: `state.` or a family such as `errors:error`.
      const parts = key.split('.')
      for (let length = parts.length - 1; length > 0; length -= 1) {
        const head = parts.slice(0, length).join('.')
        if ([head, `${head}.`, `${namespace}:${head}`, `${namespace}:${head}.`].some((text) => literals.has(text))) return true
      }
      // Built inside its last part: `mail.security_`.
      return [...literals].some((text) => text.includes('.') && text.endsWith('_') && (key.startsWith(text) || `${namespace}:${key}`.startsWith(text)))
    }
    const problems = [...english].flatMap(([namespace, texts]) => [...new Set([...texts.keys()].map(stem))].filter((key) => !used(namespace, key)).map((key) => `${namespace}: ${key}`))
    expect(problems).toEqual([])
  })
})

describe('what the desk can answer', () => {
  const desk = Object.entries(
    import.meta.glob<string>(['../../src-main/**/*.ts', '../../src-preload/*.ts', '!../../src-main/desk/cli/**', '!../../src-main/**/*.test.ts', '!../../src-main/**/testing/**'], {
      eager: true, query: '?raw', import: 'default',
    }),
  )
  const found = (pattern: RegExp): string[] => [...new Set(desk.flatMap(([, text]) => [...text.matchAll(pattern)].map(([, code]) => code!)))].sort()
  const without = (family: string, codes: readonly string[]): string[] => codes.filter((code) => !english.get('errors')!.has(`${family}.${code}`))

  it('has a sentence for every refusal', () => {
    const codes = found(/(?:new Refusal|\bdenied|\bunavailable)\(\s*'([a-z_]+)'/g)
    expect(codes.length).toBeGreaterThan(30)
    expect(without('error', codes)).toEqual([])
  })

  it('has a reason for every bad row and every file that can’t be taken', () => {
    const codes = [...found(/\b(?:problem|bad)\('([a-z_]+)'/g), ...found(/refuse\(row, '[a-z_]+', '([a-z_]+)'/g)]
    expect(codes.length).toBeGreaterThan(15)
    expect(without('feedReason', codes)).toEqual([])
    expect(without('feedProblem', found(/new FileProblem\(\s*'([a-z_]+)'/g))).toEqual([])
    expect(without('problem', found(/new WorkspaceProblem\(\s*'([a-z_]+)'/g))).toEqual([])
  })
})
