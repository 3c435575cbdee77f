import type { FromDesk, ToDesk } from '@contract/wire'
import type { House } from './house'

/** The desk's end of a window's MessagePort. */
export interface Port {
  postMessage(message: FromDesk): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** Serves one window over its port until the port closes. */
export function serveWindow(house: House, id: string, port: Port): void {
  const calls = new Map<number, AbortController>()
  const send = (message: FromDesk): void => port.postMessage(message)
  const leave = house.enter(id, {
    changed: (topics) => send({ type: 'changed', topics: [...topics] }),
    locked: () => send({ type: 'locked' }),
  })

  const answer = async ({ id: call, op, input, commandId }: Extract<ToDesk, { type: 'call' }>): Promise<void> => {
    const controller = new AbortController()
    calls.set(call, controller)
    try {
      const result = await house.call(id, op, input, {
        commandId: commandId ?? null,
        signal: controller.signal,
        progress: (progress) => send({ type: 'progress', id: call, progress }),
      })
      send({ type: 'answer', id: call, ...result })
    } finally {
      calls.delete(call)
    }
  }

  port.on('message', ({ data }) => {
    const message = asMessage(data)
    if (message === null) return
    if (message.type === 'call') void answer(message)
    else if (message.type === 'cancel') calls.get(message.id)?.abort()
    else house.touch(id)
  })
  port.on('close', () => {
    for (const controller of calls.values()) controller.abort()
    leave()
  })
  port.start()
}

/** What a window sends is as untrusted as what the outside sends; anything else is ignored. */
function asMessage(data: unknown): ToDesk | null {
  if (typeof data !== 'object' || data === null) return null
  const { type, id, op, input, commandId } = data as Record<string, unknown>
  if (type === 'touch') return { type }
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null
  if (type === 'cancel') return { type, id }
  if (type !== 'call' || typeof op !== 'string') return null
  return typeof commandId === 'string' && commandId.length <= 64 ? { type, id, op, input, commandId } : { type, id, op, input }
}
