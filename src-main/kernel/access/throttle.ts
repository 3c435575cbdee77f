const FREE = 5
const FIRST = 30_000
const LONGEST = 15 * 60_000

/** DSK-07: ms to wait after so many failed sign-ins in a row: four are free, the fifth costs 30 s, then doubling up to 15 minutes. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST, FIRST * 2 ** Math.min(failures - FREE, 10))
}

/** Until when (ms UTC) signing in is refused; null: it isn't. A clock set back never makes it longer than the longest wait. */
export function throttledUntil(stored: number | null, now: number): number | null {
  return stored === null || stored <= now ? null : Math.min(stored, now + LONGEST)
}
