import type { CallError } from '@contract/wire'

export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A rule says no. Answered as `refusal` with a stable code; the window translates it (`error.<code>`). */
export class Refusal extends Error {
  readonly code: string
  readonly params: Params
  readonly kind: CallError['kind']

  constructor(code: string, params: Params = {}, kind: CallError['kind'] = 'refusal') {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.kind = kind
  }
}

/** The caller may not do this: not signed in, locked, or lacking the role. */
export const denied = (code: string, params: Params = {}): Refusal => new Refusal(code, params, 'denied')

/** Nothing was done; the same call may be sent again. */
export const unavailable = (code: string, params: Params = {}): Refusal => new Refusal(code, params, 'unavailable')

/** Whatever was thrown, as what a caller may see: a defect shows its name, never its message, which may hold personal data. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof Refusal) return { kind: thrown.kind, code: thrown.code, params: thrown.params }
  if (thrown instanceof Error && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT)/.test((thrown as { code?: string }).code ?? '')) {
    return { kind: 'fault', code: 'storage_failed', params: { cause: (thrown as unknown as { code: string }).code } }
  }
  return { kind: 'fault', code: 'internal', params: { name: thrown instanceof Error ? thrown.name : typeof thrown } }
}
