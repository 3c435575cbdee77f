import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Usage } from './problem'

type Options = NonNullable<ParseArgsConfig['options']>

const COMMON = {
  store: { type: 'string' },
  json: { type: 'boolean' },
  as: { type: 'string' },
  'passphrase-stdin': { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies Options

export interface Words {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Reads flags strictly: an unknown one, a doubled one or a missing value is a usage error. @throws Usage */
export function readWords(args: readonly string[], own: Options, usage: string): Words {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...own },
      allowPositionals: true,
      strict: true,
      tokens: true,
    })
    const seen = new Set<string>()
    for (const token of tokens) {
      if (token.kind !== 'option') continue
      if (seen.has(token.name)) throw new Usage(`--${token.name} is given twice. ${usage}`)
      seen.add(token.name)
    }
    return { values: values as Words['values'], positionals }
  } catch (thrown) {
    if (thrown instanceof Usage) throw thrown
    const message = thrown instanceof Error ? (thrown.message.split('. ')[0] ?? '') : ''
    throw new Usage(`${message}. ${usage}`)
  }
}

export const text = ({ values }: Words, name: string): string | undefined => values[name] as string | undefined
export const flag = ({ values }: Words, name: string): boolean => values[name] === true

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** An instant as ISO 8601 with zone, in ms UTC. @throws Usage */
export function instantOf(name: string, value: string): number {
  const match = INSTANT.exec(value)
  const at = match === null ? Number.NaN : Date.parse(value)
  const day = match === null ? null : new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  if (!(at >= 0) || day?.getUTCDate() !== Number(match?.[3]))
    throw new Usage(`--${name} wants a moment with its zone, such as 2026-11-24T09:00:00Z; got “${value.slice(0, 60)}”`)
  return at
}

/** A whole number within bounds. @throws Usage */
export function wholeOf(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most)) throw new Usage(`--${name} wants a whole number from ${least} to ${most}; got “${value.slice(0, 60)}”`)
  return number
}

/** A JSON object. @throws Usage */
export function objectOf(name: string, value: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>
  } catch {
    // Answered below, the same as JSON of another shape.
  }
  throw new Usage(`--${name} wants a JSON object; got “${value.slice(0, 60)}”`)
}
