const FIRST = 2_000
const FEWEST = 1_000
const MOST = 20_000

/** How many rows go into one transaction: as many as take about `aimMs`, so that queries wait no longer and commits stay few. */
export function pacer(aimMs = 200): { readonly size: number; start(): void; stop(rows: number): void } {
  let size = FIRST
  let started = 0
  return {
    get size() {
      return size
    },
    start() {
      started = performance.now()
    },
    stop(rows) {
      if (rows < size / 2) return
      const took = Math.max(1, performance.now() - started)
      const fitting = Math.round((rows * aimMs) / took)
      // Halfway at most: one slow disk write is no reason to change everything.
      size = Math.max(FEWEST, Math.min(MOST, Math.round((size + Math.min(fitting, size * 2)) / 2)))
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
