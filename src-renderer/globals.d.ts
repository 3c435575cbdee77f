import type { ReeveBridge } from '@contract/preload-api'

declare global {
  interface Window {
    reeve: ReeveBridge
  }
}
