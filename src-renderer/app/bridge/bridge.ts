import type { ReeveBridge } from '@contract/preload-api'

/** The only door out of the window. */
export function bridge(): ReeveBridge {
  return window.reeve
}
