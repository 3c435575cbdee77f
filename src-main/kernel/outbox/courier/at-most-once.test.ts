import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Services } from '../../services'
import { testDesk, type TestDesk } from '../testing/outbox-desk'
import { messageByKey } from '../message-row'
import { markDelivered, sendAgain } from '../person'
import { planMessage, withdrawMessage } from '../plan'
import { mailCourier } from './mail-courier'

/** What the server does with the next message. */
const REACTIONS = [
  'accept',
  '451 later',
  '550 never',
  'drop at MAIL',
  'drop at DATA',
  'drop before the answer',
  'answer and die',
  '452 after data',
  '554 after data',
] as const
type Reaction = (typeof REACTIONS)[number]

let server: Server
let reactions: Reaction[] = []
let taken: string[] = []
const sockets = new Set<Socket>()

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

function converse(socket: Socket): void {
  let reaction: Reaction = 'accept'
  let body: string | null = null
  let buffer = ''
  socket.write('220 test\r\n')
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const end = (message: string): void => {
    if (reaction.endsWith('after data')) return say(`${reaction.slice(0, 3)} no`)
    // From here on the message is the server's, whatever the client learns.
    taken.push(/^Message-ID: (<[^>]+>)/im.exec(message)?.[1] ?? '?')
    if (reaction === 'drop before the answer') return void socket.destroy()
    say('250 taken')
    if (reaction === 'answer and die') socket.end()
  }
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    for (;;) {
      if (body !== null) {
        const stop = buffer.indexOf('\r\n.\r\n')
        if (stop < 0) return
        end(buffer.slice(0, stop))
        buffer = buffer.slice(stop + 5)
        body = null
        continue
      }
      const at = buffer.indexOf('\r\n')
      if (at < 0) return
      const verb = buffer.slice(0, 4).toUpperCase()
      buffer = buffer.slice(at + 2)
      if (verb === 'MAIL') {
        reaction = reactions.shift() ?? 'accept'
        if (reaction === 'drop at MAIL') return void socket.destroy()
        say('250 ok')
      } else if (verb === 'RCPT') say(reaction === '451 later' || reaction === '550 never' ? reaction : '250 ok')
      else if (verb === 'DATA') {
        if (reaction === 'drop at DATA') return void socket.destroy()
        body = ''
        say('354 go on')
      } else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else say('250 ok')
    }
  })
}

class Crash extends Error {}

/** From the n-th commit on the process is gone: just before that commit, or just after it. */
function crashAt(desk: TestDesk, commit: number, before: boolean): void {
  const { services } = desk
  let count = 0
  const unit = ((actor, work) => {
    count += 1
    if (count > commit || (count === commit && before)) throw new Crash()
    const result = services.unit(actor, work)
    if (count === commit) throw new Crash()
    return result
  }) as Services['unit']
  desk.services = { ...desk.services, unit }
}

const never = new AbortController().signal
const MINUTE = 60_000

type Step =
  | { do: 'plan'; key: number }
  | { do: 'withdraw'; key: number }
  | { do: 'run'; reactions: Reaction[] }
  | { do: 'crash'; reactions: Reaction[]; commit: number; before: boolean }
  | { do: 'jump'; minutes: number }
  | { do: 'person'; key: number; says: 'delivered' | 'again' }

const key = fc.integer({ min: 0, max: 4 })
const someReactions = fc.array(fc.constantFrom(...REACTIONS), { maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('plan' as const), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), key }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('run' as const), reactions: someReactions }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      reactions: someReactions,
      commit: fc.integer({ min: 1, max: 5 }),
      before: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('jump' as const), minutes: fc.integer({ min: -3000, max: 3000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('person' as const), key, says: fc.constantFrom('delivered' as const, 'again' as const) }) },
)

/** How often the mail system may have got a message, by what its state claims. */
function bounds(state: string, settledByHand: boolean, again: number): [least: number, most: number] {
  if (state === 'sent') return [settledByHand ? 0 : 1, 1 + again]
  if (state === 'unknown') return [0, 1 + again]
  return [0, again]
}

async function live(steps: Step[], transport: 'smtp' | 'folder'): Promise<void> {
  const desk = testDesk()
  try {
    taken = []
    const again = new Map<string, number>()
    const freed = new Set<string>()
    const row = (name: string) => messageByKey(desk.services.db, name)
    const handed = (name: string): number =>
      transport === 'smtp'
        ? taken.filter((id) => id === row(name)!.message_id).length
        : readdirSync(desk.folder).includes('outgoing') && readdirSync(join(desk.folder, 'outgoing')).includes(`${row(name)!.id}.eml`)
          ? 1
          : 0
    desk.route({ transport, port: (server.address() as AddressInfo).port })
    const accounts = [0, 1, 2, 3, 4].map(() => desk.account())
    let courier = mailCourier(desk.services)
    for (const action of steps) {
      const name = 'key' in action ? `k${action.key}` : ''
      if (action.do === 'plan')
        desk.unit((unit) => planMessage(unit, { key: name, account: accounts[action.key]!, template: 'test.letter', rule: 'MSG-01' }))
      else if (action.do === 'withdraw') desk.unit((unit) => withdrawMessage(unit, name, 'LIM-05'))
      else if (action.do === 'jump') desk.now += action.minutes * MINUTE
      else if (action.do === 'person') {
        const state = row(name)?.state
        if (action.says === 'delivered' && state === 'unknown') {
          desk.unit((unit) => markDelivered(unit, row(name)!.id, 'asked the customer'))
          freed.add(name)
        }
        if (action.says === 'again' && (state === 'unknown' || state === 'failed')) {
          desk.unit((unit) => sendAgain(unit, row(name)!.id, 'asked the customer'))
          again.set(name, (again.get(name) ?? 0) + 1)
        }
      } else {
        reactions = [...action.reactions]
        if (action.do === 'crash') crashAt(desk, action.commit, action.before)
        courier = action.do === 'crash' ? mailCourier(desk.services) : courier
        try {
          for (let round = 0; round < 10 && (await courier.dispatch(never)) > 0; round += 1);
        } catch (thrown) {
          if (!(thrown instanceof Crash)) throw thrown
        }
        if (action.do === 'crash') {
          desk.reopen()
          courier = mailCourier(desk.services)
        }
      }
      for (const name of ['k0', 'k1', 'k2', 'k3', 'k4']) {
        const message = row(name)
        if (message === undefined) continue
        expect(message.state).not.toBe('sending')
        const [least, most] = bounds(message.state, freed.has(name), again.get(name) ?? 0)
        expect(handed(name), `${name} ${message.state}`).toBeGreaterThanOrEqual(least)
        expect(handed(name), `${name} ${message.state}`).toBeLessThanOrEqual(most)
      }
    }
    // Nothing is lost: with a server that takes everything and time going on, whatever still waits goes out.
    reactions = []
    for (let round = 0; round < 40; round += 1) {
      while ((await courier.dispatch(never)) > 0);
      const next = courier.nextDue(desk.services.db, desk.now)
      if (next === null) break
      desk.now = next
    }
    expect(desk.services.db.all(`SELECT key FROM message WHERE state IN ('planned', 'retry', 'sending')`)).toEqual([])
  } finally {
    desk.close()
  }
}

const numRuns = process.env['REEVE_LONG'] === undefined ? 40 : 400

test('MSG-01 a key is handed over at most once through lost answers, crashes and clock jumps, unless a person says send again (SMTP)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), (steps) => live(steps, 'smtp')),
    { numRuns },
  )
}, 600_000)

test('MSG-01 the same for the pick-up folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), (steps) => live(steps, 'folder')),
    { numRuns },
  )
}, 600_000)
