import { describe, expect, it, vi } from 'vitest'
import type { FromDeskProcess, ToDeskProcess } from '@contract/desk-port'
import { superviseDesk, type DeskProcess } from './desk-supervisor'

interface Fake extends DeskProcess<string> {
  sent: ToDeskProcess[]
  say: (message: FromDeskProcess) => void
  die: () => void
  killed: boolean
}

function house() {
  const forked: Fake[] = []
  const timers: { ms: number; run: () => void }[] = []
  const clock = { now: 0 }
  const heard = { onReady: vi.fn(), onLost: vi.fn(), onMessage: vi.fn() }
  const fork = (): Fake => {
    let listen: (message: FromDeskProcess) => void = () => {}
    let exit: (code: number) => void = () => {}
    const fake: Fake = {
      sent: [],
      killed: false,
      post: (message) => void fake.sent.push(message),
      onMessage: (listener) => (listen = listener),
      onExit: (listener) => (exit = listener),
      kill: () => (fake.killed = true),
      say: (message) => listen(message),
      die: () => exit(137),
    }
    forked.push(fake)
    return fake
  }
  const start: ToDeskProcess = { type: 'start', folder: '/f', demoFolder: '/f-demo', version: '1', locale: 'de', secretsKept: false }
  const desk = superviseDesk<string>({ fork, opening: () => [start], now: () => clock.now, after: (ms, run) => timers.push({ ms, run }), ...heard })
  return { desk, forked, timers, clock, start, ...heard, last: () => forked.at(-1)! }
}

describe('the desk’s supervision', () => {
  it('tells a new desk what to open, and hands out ports only once it is ready', () => {
    const { desk, last, start, onReady } = house()
    expect(last().sent).toEqual([start])
    expect(desk.post({ type: 'window', id: 1 }, ['port'])).toBe(false)
    last().say({ type: 'ready' })
    expect(onReady).toHaveBeenCalledOnce()
    expect(desk.post({ type: 'window', id: 1 }, ['port'])).toBe(true)
  })

  it('restarts a dead desk and tells it everything anew', () => {
    const { last, forked, timers, onLost, start } = house()
    last().die()
    expect(onLost).toHaveBeenCalledWith(false)
    timers.shift()!.run()
    expect(forked).toHaveLength(2)
    expect(last().sent).toEqual([start])
  })

  it('waits longer each time, and gives up on a crash loop', () => {
    const { last, timers, onLost, clock } = house()
    const waits: number[] = []
    for (let death = 0; death < 5; death += 1) {
      last().die()
      const timer = timers.shift()!
      waits.push(timer.ms)
      clock.now += timer.ms
      timer.run()
    }
    last().die()
    expect(waits).toEqual([0, 250, 1000, 3000, 8000])
    expect(timers).toHaveLength(0)
    expect(onLost).toHaveBeenLastCalledWith(true)
  })

  it('does not count deaths of long ago', () => {
    const { last, timers, clock } = house()
    for (let death = 0; death < 20; death += 1) {
      last().die()
      timers.shift()!.run()
      clock.now += 61_000
    }
    expect(timers).toHaveLength(0)
    last().die()
    expect(timers[0]!.ms).toBe(0)
  })

  it('ends by handshake, without a restart', async () => {
    const { desk, last, forked, timers } = house()
    last().say({ type: 'ready' })
    const quitted = desk.quit(5000)
    expect(last().sent.at(-1)).toEqual({ type: 'quit' })
    last().say({ type: 'quitted' })
    await quitted
    expect(last().killed).toBe(true)
    last().die()
    expect(forked).toHaveLength(1)
    expect(timers.map(({ ms }) => ms)).toEqual([5000])
  })

  it('kills a desk that does not finish in time', async () => {
    const { desk, last, timers } = house()
    const quitted = desk.quit(5000)
    timers[0]!.run()
    await quitted
    expect(last().killed).toBe(true)
  })

  it('quits at once while the desk is gone, and starts none after', async () => {
    const { desk, last, forked, timers } = house()
    last().die()
    await desk.quit(5000)
    timers[0]!.run()
    expect(forked).toHaveLength(1)
  })
})
