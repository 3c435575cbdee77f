import { afterEach, describe, expect, test } from 'vitest'
import { breakingServer, mailServer, type MailServer, type Moment } from '../testing/mail-server'
import { selfSigned } from '../testing/self-signed'
import { smtpTransport, type SmtpOptions } from './smtp'
import { problemOf, type RenderedMessage } from './transport'

const servers: MailServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function started(server: Promise<MailServer>): Promise<MailServer> {
  servers.push(await server)
  return servers.at(-1) as MailServer
}

const never = new AbortController().signal
const message = (id = 'a', to = 'to@example.org'): RenderedMessage => ({
  id,
  messageId: `<${id}@reeve.example.com>`,
  from: 'from@example.com',
  to,
  raw: Buffer.from(`Message-ID: <${id}@reeve.example.com>\r\n\r\n.dot\r\nHello\r\n`),
})

function transportTo({ port }: MailServer, change: Partial<SmtpOptions> = {}) {
  const timeouts = { connect: 300, greeting: 300, silence: 300 }
  return smtpTransport({ host: '127.0.0.1', port, security: 'none', user: null, password: null, timeouts, ...change })
}

const refuse = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })

describe('MSG-02 SMTP', () => {
  test('hands a batch over through one connection, byte for byte', async () => {
    const server = await started(mailServer())
    const transport = transportTo(server)
    for (const id of ['a', 'b', 'c']) expect(await transport.deliver(message(id), never)).toEqual({ outcome: 'handed', code: '250' })
    await transport.rest()
    expect(server.taken[1]).toBe(message('b').raw.toString())
    expect(server.connections()).toBe(1)
  })

  test('opens a new connection after the server ended an idle one', async () => {
    const server = await started(mailServer({ socketTimeout: 250 }))
    const transport = transportTo(server)
    await transport.deliver(message('a'), never)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect(await transport.deliver(message('b'), never)).toMatchObject({ outcome: 'handed' })
    await transport.rest()
    expect(server.taken).toHaveLength(2)
  })

  test('signs in, and says which reply refused it without holding the message at fault', async () => {
    const server = await started(
      mailServer({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) =>
          username === 'reeve' && password === 'open sesame' ? done(null, { user: 1 }) : done(refuse(535, '5.7.8 no')),
      }),
    )
    const right = transportTo(server, { user: 'reeve', password: 'open sesame' })
    expect(await right.check(never)).toBeNull()
    expect(await right.deliver(message(), never)).toMatchObject({ outcome: 'handed' })
    await right.rest()
    const wrong = transportTo(server, { user: 'reeve', password: 'guess' })
    expect(await wrong.deliver(message(), never)).toEqual({ outcome: 'temporary', code: '535', enhanced: '5.7.8', scope: 'transport' })
    expect(await wrong.check(never)).toBe('535 5.7.8')
  })

  test('doesn’t knock without the password, where no keychain kept it over the restart', async () => {
    const server = await started(mailServer())
    const transport = transportTo(server, { user: 'reeve', password: null })
    expect(await transport.deliver(message(), never)).toMatchObject({ outcome: 'temporary', code: 'password_missing', scope: 'transport' })
    expect(server.connections()).toBe(0)
  })

  const { key, certificate } = selfSigned()
  test('STARTTLS and TLS hand over to a trusted server only', async () => {
    const starttls = await started(mailServer({ key, cert: certificate, disabledCommands: [] }))
    const tls = await started(mailServer({ key, cert: certificate, secure: true }))
    for (const [server, security] of [
      [starttls, 'starttls'],
      [tls, 'tls'],
    ] as const) {
      const trusting = transportTo(server, { security, authority: certificate })
      expect(await trusting.deliver(message(), never)).toMatchObject({ outcome: 'handed' })
      await trusting.rest()
      const strict = transportTo(server, { security })
      expect(await strict.deliver(message(), never)).toEqual({
        outcome: 'temporary',
        code: 'certificate_refused',
        enhanced: null,
        scope: 'transport',
      })
      expect(server.taken).toHaveLength(1)
    }
  })

  test('never falls back to plain text when STARTTLS is missing', async () => {
    const server = await started(mailServer())
    expect(await transportTo(server, { security: 'starttls' }).deliver(message(), never)).toMatchObject({ outcome: 'temporary', scope: 'transport' })
    expect(server.taken).toHaveLength(0)
  })
})

describe('MSG-03 replies decide', () => {
  test.each([
    [450, 'temporary'],
    [451, 'temporary'],
    [550, 'permanent'],
    [553, 'permanent'],
  ])('%i to the recipient is %s, and the next message still goes', async (code, outcome) => {
    const server = await started(
      mailServer({
        onRcptTo: ({ address }, _session, done) => (address === 'bad@example.org' ? done(refuse(code, `${String(code).charAt(0)}.1.1 no`)) : done()),
      }),
    )
    const transport = transportTo(server)
    const delivery = await transport.deliver(message('a', 'bad@example.org'), never)
    expect(delivery).toEqual({ outcome, code: String(code), enhanced: `${String(code).charAt(0)}.1.1`, scope: 'message' })
    expect(await transport.deliver(message('b'), never)).toMatchObject({ outcome: 'handed' })
    await transport.rest()
  })

  test.each([
    [452, 'temporary'],
    [554, 'permanent'],
  ])('%i after the data is %s', async (code, outcome) => {
    const server = await started(
      mailServer({
        onData: (stream, _session, done) => {
          stream.resume()
          stream.on('end', () => done(refuse(code, 'no')))
        },
      }),
    )
    expect(await transportTo(server).deliver(message(), never)).toMatchObject({ outcome, code: String(code), scope: 'message' })
  })

  test('a refused session holds nobody’s message at fault', async () => {
    const server = await started(mailServer({ onConnect: (_session, done) => done(refuse(554, 'go away')) }))
    expect(await transportTo(server).deliver(message(), never)).toMatchObject({ outcome: 'temporary', code: '554', scope: 'transport' })
  })

  test('421 ends the session, not the message', async () => {
    const server = await started(breakingServer('RCPT', '421 4.3.2 closing'))
    expect(await transportTo(server).deliver(message(), never)).toEqual({ outcome: 'temporary', code: '421', enhanced: '4.3.2', scope: 'transport' })
  })

  test('nobody listening is temporary', async () => {
    const server = await mailServer()
    await server.close()
    expect(await transportTo(server).deliver(message(), never)).toEqual({
      outcome: 'temporary',
      code: 'connection_refused',
      enhanced: null,
      scope: 'transport',
    })
  })

  test('an address that can’t go into the envelope is permanent, and nothing is sent', async () => {
    const server = await started(mailServer())
    const delivery = await transportTo(server).deliver(message('a', 'x@y.z>\r\nRCPT TO:<other@example.org'), never)
    expect(delivery).toMatchObject({ outcome: 'permanent', code: 'address_unusable' })
    expect(server.taken).toHaveLength(0)
  })
})

describe('MSG-01 a lost answer', () => {
  const before: Moment[] = ['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA']
  test.each(before)('a connection lost at %s offered nothing: temporary', async (moment) => {
    const server = await started(breakingServer(moment))
    expect(await transportTo(server).deliver(message(), never)).toEqual({
      outcome: 'temporary',
      code: 'connection_lost',
      enhanced: null,
      scope: 'transport',
    })
  })

  test.each(before)('silence at %s: temporary', async (moment) => {
    const server = await started(breakingServer(moment, 'silence'))
    expect(await transportTo(server).deliver(message(), never)).toMatchObject({ outcome: 'temporary', code: 'timeout', scope: 'transport' })
  })

  test('a connection lost after the end of the data leaves it unknown', async () => {
    const server = await started(breakingServer('end'))
    expect(await transportTo(server).deliver(message(), never)).toEqual({ outcome: 'unknown', code: 'connection_lost' })
    expect(server.taken).toHaveLength(1)
  })

  test('no answer after the end of the data leaves it unknown, and it is offered once', async () => {
    const server = await started(breakingServer('end', 'silence'))
    expect(await transportTo(server).deliver(message(), never)).toEqual({ outcome: 'unknown', code: 'timeout' })
    expect(server.connections()).toBe(1)
  })

  test('an answer that makes no sense leaves it unknown', async () => {
    const server = await started(breakingServer('end', 'hmm'))
    expect(await transportTo(server).deliver(message(), never)).toEqual({ outcome: 'unknown', code: 'answer_unreadable' })
  })

  test('a connection lost over a reused connection after the data is not tried again', async () => {
    let count = 0
    const server = await started(
      mailServer({
        onData: (stream, session, done) => {
          stream.resume()
          stream.on('end', () => {
            count += 1
            if (count === 1) done()
            else (session as unknown as { socket?: { destroy(): void } }).socket?.destroy()
          })
        },
      }),
    )
    const transport = transportTo(server)
    await transport.deliver(message('a'), never)
    expect(await transport.deliver(message('b'), never)).toMatchObject({ outcome: 'unknown' })
    expect(count).toBe(2)
  })

  test('a stop before the message was offered leaves it to the next start', async () => {
    const server = await started(breakingServer('MAIL', 'silence'))
    const stop = new AbortController()
    const delivery = transportTo(server, { timeouts: { connect: 5000, greeting: 5000, silence: 5000 } }).deliver(message(), stop.signal)
    setTimeout(() => stop.abort(), 100)
    expect(await delivery).toMatchObject({ outcome: 'temporary', code: 'stopped' })
  })
})

test('MSG-03 a problem is a code, never the server’s text', () => {
  expect(problemOf({ outcome: 'permanent', code: '550', enhanced: '5.1.1', scope: 'message' })).toBe('550 5.1.1')
  expect(problemOf({ outcome: 'unknown', code: 'timeout' })).toBe('timeout')
})
