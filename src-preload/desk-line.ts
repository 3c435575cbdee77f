import type { CallAnswer, DeskEvent } from './contract/preload-api'
import type { CallError, FromDesk, Progress, ToDesk } from './contract/wire'

export interface CallOptions {
  commandId?: string
  onProgress?: (progress: Progress) => void
  onStarted?: (cancel: () => void) => void
}

interface Waiting {
  answer: (answer: CallAnswer<never>) => void
  onProgress: ((progress: Progress) => void) | undefined
}

export interface DeskLine {
  /** Never rejects: every failure is a typed answer. Before the first port calls wait; while the desk is gone they are answered `unavailable` at once. */
  call(op: string, input: unknown, options?: CallOptions): Promise<CallAnswer<never>>
  /** Takes a port to the desk; after a loss the window hears `restarted`. */
  connect(port: MessagePort): void
  /** The desk died: calls in flight are answered `unavailable`. With `final` it is not coming back. */
  lose(final: boolean): void
  /** Somebody is at the desk: puts off the idle lock (DSK-07). */
  touch(): void
}

const unavailable = (code: string): CallError => ({ kind: 'unavailable', code, params: {} })

/** One window's traffic with the desk: numbers calls, matches answers, and outlives the desk's restarts. */
export function deskLine(emit: (event: DeskEvent) => void): DeskLine {
  const waiting = new Map<number, Waiting>()
  const unsent: ToDesk[] = []
  let port: MessagePort | null = null
  let state: 'opening' | 'up' | 'lost' | 'failed' = 'opening'
  let last = 0

  const send = (message: ToDesk): void => {
    if (port === null) unsent.push(message)
    else port.postMessage(message)
  }

  const settle = (id: number, answer: CallAnswer<never>): void => {
    const call = waiting.get(id)
    if (call === undefined) return
    waiting.delete(id)
    call.answer(answer)
  }

  const receive = (message: FromDesk): void => {
    switch (message.type) {
      case 'answer':
        return settle(message.id, message.ok ? { ok: true, value: message.value as never } : { ok: false, error: message.error })
      case 'progress':
        return waiting.get(message.id)?.onProgress?.(message.progress)
      case 'changed':
      case 'locked':
        return emit(message)
    }
  }

  return {
    call: (op, input, { commandId, onProgress, onStarted } = {}) =>
      new Promise((answer) => {
        if (state === 'lost' || state === 'failed') return answer({ ok: false, error: unavailable(state === 'lost' ? 'desk_lost' : 'desk_failed') })
        last += 1
        const id = last
        waiting.set(id, { answer, onProgress })
        onStarted?.(() => waiting.has(id) && send({ type: 'cancel', id }))
        send({ type: 'call', id, op, input, ...(commandId === undefined ? {} : { commandId }) })
      }),
    connect: (next) => {
      port?.close()
      port = next
      port.onmessage = ({ data }: MessageEvent<FromDesk>) => {
        if (port === next) receive(data)
      }
      for (const message of unsent.splice(0)) port.postMessage(message)
      const wasLost = state === 'lost'
      state = 'up'
      if (wasLost) emit({ type: 'desk', state: 'restarted' })
    },
    lose: (final) => {
      port?.close()
      port = null
      unsent.length = 0
      state = final ? 'failed' : 'lost'
      emit({ type: 'desk', state })
      for (const id of waiting.keys()) settle(id, { ok: false, error: unavailable('desk_lost') })
    },
    touch: () => port?.postMessage({ type: 'touch' } satisfies ToDesk),
  }
}
