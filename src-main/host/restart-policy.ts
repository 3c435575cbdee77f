/** Deaths within this time count together. */
const MEMORY_MS = 60_000
/** How long to wait before each restart; one death more and the desk is given up on. */
const WAITS_MS = [0, 250, 1000, 3000, 8000]

/** How long to wait before restarting after these deaths (ms since any start), or null to give up: a crash loop helps nobody and may fill a disk. */
export function waitBeforeRestart(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((at) => now - at < MEMORY_MS).length
  return recent === 0 ? 0 : (WAITS_MS[recent - 1] ?? null)
}
