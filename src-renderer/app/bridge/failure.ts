import type { CallError } from '@contract/wire'

/** A call's typed error, thrown so that TanStack Query carries it. */
export class CallFailure extends Error {
  readonly error: CallError

  constructor(error: CallError) {
    super(error.code)
    this.name = 'CallFailure'
    this.error = error
  }

  get code(): string {
    return this.error.code
  }

  /** True when the desk did nothing and the same attempt may be sent again. */
  get mayRetry(): boolean {
    return this.error.kind === 'unavailable' || this.error.kind === 'fault'
  }
}

/** Whatever was thrown, as a failure with a code. */
export function asFailure(thrown: unknown): CallFailure {
  if (thrown instanceof CallFailure) return thrown
  return new CallFailure({ kind: 'fault', code: 'window_fault', params: {} })
}
