import type { Input, OperationName, Output } from '@contract/index'
import type { Progress } from '@contract/wire'
import { bridge } from './bridge'
import { CallFailure } from './failure'

export interface CallOptions {
  commandId?: string
  onProgress?: (progress: Progress) => void
  /** Aborting cancels the call in the desk. */
  signal?: AbortSignal
}

/** Calls the desk. @throws CallFailure */
export async function callDesk<K extends OperationName>(op: K, input: Input<K>, options: CallOptions = {}): Promise<Output<K>> {
  const { signal, ...rest } = options
  const answer = await bridge().call(op, input, {
    ...rest,
    onStarted: (cancel) => {
      if (signal?.aborted === true) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
    },
  })
  if (!answer.ok) throw new CallFailure(answer.error)
  return answer.value
}

/** A random uuid; `crypto.randomUUID` is missing where the page isn't a secure context. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
