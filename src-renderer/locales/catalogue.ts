export type Texts = { readonly [key: string]: string | Texts }

/** `{ a: { b: 'x' } }` as `a.b` → `x`. */
export function flat(texts: Texts, before = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(before + key, value)
    else for (const [inner, text] of flat(value, `${before}${key}.`)) found.set(inner, text)
  }
  return found
}

const CATEGORY = /_(zero|one|two|few|many|other)$/

/** The key without its plural category. */
export function stem(key: string): string {
  return key.replace(CATEGORY, '')
}

export function category(key: string): string | null {
  return CATEGORY.exec(key)?.[1] ?? null
}

/** Names filled in: `{{number}}` → number. */
export function filledIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name!))].sort()
}
