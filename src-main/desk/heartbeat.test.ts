import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desk } from './create-desk'
import { startHeartbeat, type Heartbeat } from './heartbeat'

const START = Date.UTC(2026, 10, 23, 8)

let ticks: number[]
let next: number | null
let failing: boolean
let unreadable: boolean
let faults: unknown[]
let announce: () => void
let heartbeat: Heartbeat

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  ticks = []
  next = null
  failing = false
  unreadable = false
  faults = []
  const nextDue = (): number | null => {
    if (unreadable) throw new Error('disk')
    return next
  }
  const desk = {
    services: { clock: { now: () => Date.now() }, scheduler: { next: nextDue, running: false } },
    subscribe(listener: (topics: readonly never[]) => void) {
      announce = () => listener([])
      return () => {
        announce = () => undefined
      }
    },
    tick() {
      ticks.push(Date.now() - START)
      return failing ? Promise.reject(new Error('disk')) : Promise.resolve([])
    },
  } as unknown as Desk
  heartbeat = startHeartbeat(desk, (thrown) => faults.push(thrown))
})
afterEach(() => {
  heartbeat.stop()
  vi.useRealTimers()
})

it('SCH-01 ticks at the start and every 30 seconds', async () => {
  await vi.advanceTimersByTimeAsync(61_000)
  expect(ticks).toEqual([0, 30_000, 60_000])
})

it('SCH-01 ticks on time where something is due sooner, and soon where it is overdue', async () => {
  next = START + 7_000
  await vi.advanceTimersByTimeAsync(6_999)
  expect(ticks).toEqual([0])
  await vi.advanceTimersByTimeAsync(1)
  expect(ticks).toEqual([0, 7_000])
  await vi.advanceTimersByTimeAsync(250)
  expect(ticks).toEqual([0, 7_000, 7_250])
})

it('SCH-01 ticks after sleep at once, and soon after something changed', async () => {
  await vi.advanceTimersByTimeAsync(1_000)
  heartbeat.now()
  await vi.advanceTimersByTimeAsync(1)
  expect(ticks.at(-1)).toBe(1_000)
  announce()
  await vi.advanceTimersByTimeAsync(300)
  expect(ticks).toHaveLength(3)
})

it('SCH-01 isn’t put off by changes that never end', async () => {
  for (let ms = 0; ms < 3_000; ms += 100) {
    announce()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(ticks.length).toBeGreaterThanOrEqual(9)
})

it('goes on where the next due time can’t be read', async () => {
  unreadable = true
  await vi.advanceTimersByTimeAsync(31_000)
  expect([ticks, faults.length]).toEqual([[0, 30_000], 2])
})

it('goes on after a tick that failed', async () => {
  failing = true
  await vi.advanceTimersByTimeAsync(31_000)
  expect([ticks, faults.length]).toEqual([[0, 30_000], 2])
})

it('stops', async () => {
  await vi.advanceTimersByTimeAsync(1)
  heartbeat.stop()
  announce()
  heartbeat.now()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(ticks).toEqual([0])
})
