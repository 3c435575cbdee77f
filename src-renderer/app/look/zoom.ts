import { bridge } from '@/app/bridge/bridge'
import { recall, remember } from '@/app/remembered'

const STEPS = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
const isFactor = (value: unknown): value is number => typeof value === 'number' && value >= 0.5 && value <= 2

function factor(): number {
  return recall('zoom', 1, isFactor)
}

/** The next zoom step from here: the smallest above, or the largest below. */
export function nextZoom(from: number, direction: 1 | -1): number {
  const further = direction === 1 ? STEPS.find((step) => step > from + 0.001) : [...STEPS].reverse().find((step) => step < from - 0.001)
  return further ?? from
}

export function applyZoom(): void {
  void bridge().host('host.set_zoom', { factor: factor() })
}

export function zoomBy(direction: 1 | -1): void {
  remember('zoom', nextZoom(factor(), direction))
  applyZoom()
}

export function resetZoom(): void {
  remember('zoom', 1)
  applyZoom()
}
