import { describe, expect, it, vi } from 'vitest'
import type { DeskEvent } from './contract/preload-api'
import type { FromDesk, ToDesk } from './contract/wire'
import { deskLine } from './desk-line'

function port() {
  const sent: ToDesk[] = []
  const end = {
    postMessage: (message: ToDesk) => sent.push(message),
    close: vi.fn(),
    onmessage: null as null | ((event: { data: FromDesk }) => void),
  }
  return { sent, end, asPort: end as unknown as MessagePort, say: (data: FromDesk) => end.onmessage?.({ data }) }
}

function opened() {
  const events: DeskEvent[] = []
  const line = deskLine((event) => events.push(event))
  const desk = port()
  line.connect(desk.asPort)
  return { events, line, desk }
}

describe('a window’s line to the desk', () => {
  it('answers each call with its own answer, whatever the order', async () => {
    const { line, desk } = opened()
    const first = line.call('workspace.status', {})
    const second = line.call('access.session', {})
    desk.say({ type: 'answer', id: 2, ok: true, value: 'second' })
    desk.say({ type: 'answer', id: 1, ok: true, value: 'first' })
    expect(await first).toEqual({ ok: true, value: 'first' })
    expect(await second).toEqual({ ok: true, value: 'second' })
  })

  it('keeps calls made before the desk is there and sends them in order', () => {
    const line = deskLine(() => {})
    void line.call('workspace.status', {})
    void line.call('access.session', {}, { commandId: 'c' })
    const desk = port()
    line.connect(desk.asPort)
    expect(desk.sent).toEqual([
      { type: 'call', id: 1, op: 'workspace.status', input: {} },
      { type: 'call', id: 2, op: 'access.session', input: {}, commandId: 'c' },
    ])
  })

  it('reports progress and cancels while the call runs, and neither afterwards', async () => {
    const { line, desk } = opened()
    const onProgress = vi.fn()
    let cancel = (): void => {}
    const call = line.call('feeds.import', {}, { onProgress, onStarted: (stop) => (cancel = stop) })
    desk.say({ type: 'progress', id: 1, progress: { done: 1, total: 2, phase: 'read' } })
    cancel()
    expect(desk.sent.at(-1)).toEqual({ type: 'cancel', id: 1 })
    desk.say({ type: 'answer', id: 1, ok: true, value: null })
    await call
    desk.say({ type: 'progress', id: 1, progress: { done: 2, total: 2, phase: 'read' } })
    cancel()
    expect(onProgress).toHaveBeenCalledTimes(1)
    expect(desk.sent).toHaveLength(2)
  })

  it('answers calls in flight with a typed error when the desk dies, and says so', async () => {
    const { line, events } = opened()
    const call = line.call('workspace.status', {})
    line.lose(false)
    expect(await call).toEqual({ ok: false, error: { kind: 'unavailable', code: 'desk_lost', params: {} } })
    expect(await line.call('workspace.status', {})).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    expect(events).toEqual([{ type: 'desk', state: 'lost' }])
  })

  it('works again over the new port, and hears nothing from the old one', async () => {
    const { line, desk, events } = opened()
    line.lose(false)
    const back = port()
    line.connect(back.asPort)
    expect(events.at(-1)).toEqual({ type: 'desk', state: 'restarted' })
    const call = line.call('workspace.status', {})
    desk.say({ type: 'answer', id: 1, ok: true, value: 'stale' })
    back.say({ type: 'answer', id: 1, ok: true, value: 'fresh' })
    expect(await call).toEqual({ ok: true, value: 'fresh' })
  })

  it('says when the desk is given up on', async () => {
    const { line, events } = opened()
    line.lose(true)
    expect(events).toEqual([{ type: 'desk', state: 'failed' }])
    expect(await line.call('workspace.status', {})).toMatchObject({ error: { code: 'desk_failed' } })
  })

  it('passes on what changed', () => {
    const { desk, events } = opened()
    desk.say({ type: 'changed', topics: ['limits'] })
    desk.say({ type: 'locked' })
    expect(events).toEqual([{ type: 'changed', topics: ['limits'] }, { type: 'locked' }])
  })
})
