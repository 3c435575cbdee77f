import type { Input, OperationName, Output } from './index'
import type { HostInput, HostOperation, HostOutput } from './host'
import type { CallError, Progress, Topic } from './wire'

export type CallAnswer<T> = { ok: true; value: T } | { ok: false; error: CallError }

/** What happens in the desk or the host that a window hears of. */
export type DeskEvent =
  | { type: 'changed'; topics: Topic[] }
  /** The session ended by idling; show sign-in. */
  | { type: 'locked' }
  /** The desk process died; calls in flight were answered `unavailable`. `restarted`: it is back, refetch everything. */
  | { type: 'desk'; state: 'lost' | 'restarted' | 'failed' }
  /** A native menu item was chosen; the id is the shortcut registry's. */
  | { type: 'menu'; id: string }

/** `window.reeve`: exposed by the preload, nothing else is. */
export interface ReeveBridge {
  call<K extends OperationName>(
    op: K,
    input: Input<K>,
    options?: { commandId?: string; onProgress?: (progress: Progress) => void; onStarted?: (cancel: () => void) => void },
  ): Promise<CallAnswer<Output<K>>>
  host<K extends HostOperation>(op: K, input: HostInput<K>): Promise<HostOutput[K]>
  /** The path of a file dropped on the window. */
  pathOf(file: File): string
  /** Returns the way to unsubscribe. */
  subscribe(listener: (event: DeskEvent) => void): () => void
  /** What `host.remember` kept, by key, as it was when the page loaded. */
  readonly preferences: Readonly<Record<string, string>>
  readonly platform: 'linux' | 'darwin' | 'win32'
}
