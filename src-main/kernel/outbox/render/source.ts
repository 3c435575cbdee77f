import Mustache from 'mustache'

/** A template's text that says more than it may: names the first fault. */
export class TemplateFault extends Error {
  constructor(fault: 'unescaped' | 'partial' | 'delimiter' | 'unclosed' | 'across_paragraphs' | 'empty', source: string) {
    super(`${fault}: ${source.slice(0, 80)}`)
    this.name = 'TemplateFault'
  }
}

type Token = readonly [type: string, value: string, start: number, end: number, children?: Token[] | string, ...rest: unknown[]]

/**
 * Mustache without `{{{`, `{{&`, partials and changed delimiters: nothing in a text can switch escaping off (MSG-04).
 * @returns the names it uses
 * @throws TemplateFault
 */
export function checkSource(source: string): Set<string> {
  let tokens: Token[]
  try {
    tokens = Mustache.parse(source) as unknown as Token[]
  } catch {
    throw new TemplateFault('unclosed', source)
  }
  const names = new Set<string>()
  collect(tokens, names, source)
  return names
}

function collect(tokens: readonly Token[], names: Set<string>, source: string): void {
  for (const [type, value, , , children] of tokens) {
    if (type === '&' || type === '{') throw new TemplateFault('unescaped', source)
    if (type === '>') throw new TemplateFault('partial', source)
    if (type === '=') throw new TemplateFault('delimiter', source)
    if (type === 'name' || type === '#' || type === '^') names.add(value)
    if (Array.isArray(children)) collect(children, names, source)
  }
}

export type Mode = 'text' | 'html'

/** Fills in one line or paragraph. In HTML everything is escaped, the template's own words too. @throws TemplateFault */
export function fill(source: string, values: object, mode: Mode): string {
  checkSource(source)
  if (mode === 'text') return Mustache.render(source, values, {}, { escape: (value) => oneLine(value) })
  const words = source.replace(/\{\{[^}]*\}\}|[^{]+|\{/g, (part) => (part.startsWith('{{') ? part : escapeHtml(part)))
  return Mustache.render(words, values, {}, { escape: (value) => escapeHtml(oneLine(value)) })
}

/** A value stays within its line: no line ends, no control or direction-changing characters. */
export function oneLine(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
