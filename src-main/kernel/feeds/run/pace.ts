const FIRST = 2_000
const FEWEST = 1_500
const MOST = 4_000

/**
 * How many rows go into one transaction. Queries wait for one to end, so it takes about `aimMs` of the processor's time (not of the
 * clock's: on a busy machine or disk smaller chunks only mean more commits); the more rows it has, the fewer index pages are written twice.
 */
export function pacer(aimMs = 250): { readonly size: number; start(): void; stop(rows: number): void } {
  let size = FIRST
  let started = process.cpuUsage()
  return {
    get size() {
      return size
    },
    start() {
      started = process.cpuUsage()
    },
    stop(rows) {
      if (rows < size / 2) return
      const { user, system } = process.cpuUsage(started)
      const fitting = Math.round((rows * aimMs * 1_000) / Math.max(1_000, user + system))
      size = Math.max(FEWEST, Math.min(MOST, Math.round((size + fitting) / 2)))
    },
  }
}

/** Answers true at most once in `everyMs`. */
export function sometimes(everyMs: number): () => boolean {
  let last = performance.now()
  return () => {
    const now = performance.now()
    if (now - last < everyMs) return false
    last = now
    return true
  }
}
