const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

/** MSG-03: after so many temporary failures of one message a person must look. */
export const MOST_ATTEMPTS = 12

export type Retry = { act: 'retry'; at: number } | { act: 'give_up' }

/** MSG-03: 1, 2, 4 … minutes, at most 6 hours after the `attempts`-th failure at `now` (ms UTC). Giving up is never silent: the message becomes work. */
export function afterFailure(attempts: number, now: number): Retry {
  return attempts >= MOST_ATTEMPTS ? { act: 'give_up' } : { act: 'retry', at: now + delayAfter(attempts) }
}

/** ms to wait after so many failures in a row; the first is 1. */
export function delayAfter(failures: number): number {
  return Math.min(LONGEST, MINUTE * 2 ** Math.min(Math.max(failures, 1) - 1, 20))
}
