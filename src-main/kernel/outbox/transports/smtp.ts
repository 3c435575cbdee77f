import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { readError, type Stage } from './smtp-answer'
import type { Delivery, RenderedMessage, Transport } from './transport'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  readonly security: 'none' | 'starttls' | 'tls'
  readonly user: string | null
  readonly password: string | null
  /** PEM of an authority to trust besides the system's; tests use their own. */
  readonly authority?: string
  /** ms */
  readonly timeouts?: { readonly connect: number; readonly greeting: number; readonly silence: number }
}

/** A server that has taken a whole message may scan it for a while before it answers. */
const TIMEOUTS = { connect: 20_000, greeting: 20_000, silence: 180_000 }
/** When the desk stops, an answer on its way is worth waiting for: without it a person must find out. */
const GRACE = 4_000

/** MSG-02: hands over by SMTP; one connection serves a batch. */
export function smtpTransport(options: SmtpOptions): Transport {
  let live: SMTPConnection | null = null

  const open = async (signal: AbortSignal): Promise<SMTPConnection> => {
    const connection = await connect(options, signal)
    connection.once('end', () => {
      if (live === connection) live = null
    })
    return connection
  }

  const close = (): void => {
    live?.close()
    live = null
  }

  const attempt = async (message: RenderedMessage, signal: AbortSignal): Promise<Delivery> => {
    let stage: Stage = 'session'
    try {
      live ??= await open(signal)
      stage = 'message'
      await offer(live, message, signal, () => {
        stage = 'offered'
      })
      return { outcome: 'handed', code: '250' }
    } catch (thrown) {
      close()
      return readError(thrown, stage)
    }
  }

  return {
    name: 'smtp',
    async deliver(message, signal) {
      const reused = live !== null
      const delivery = await attempt(message, signal)
      // A server may end an idle connection at any time; nothing was offered, so a new one may try at once.
      const stale = reused && delivery.outcome === 'temporary' && delivery.scope === 'transport'
      return stale && !signal.aborted ? attempt(message, signal) : delivery
    },
    async check(signal) {
      try {
        const connection = await connect(options, signal)
        await quit(connection)
        return null
      } catch (thrown) {
        const delivery = readError(thrown, 'session')
        return 'enhanced' in delivery && delivery.enhanced !== null ? `${delivery.code} ${delivery.enhanced}` : delivery.code
      }
    },
    async rest() {
      const connection = live
      live = null
      if (connection !== null) await quit(connection)
    },
  }
}

/** A server that is asked without the password would note a failed sign-in, and may lock the user out. */
class PasswordMissing extends Error {
  readonly code = 'PASSWORD_MISSING'
}

async function connect(options: SmtpOptions, signal: AbortSignal): Promise<SMTPConnection> {
  const { host, port, security, user, password, authority, timeouts = TIMEOUTS } = options
  if (user !== null && user !== '' && password === null) throw new PasswordMissing()
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // The system's name is nobody's business.
    name: '[127.0.0.1]',
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.silence,
    socketCloseTimeout: 1_000,
    tls: { minVersion: 'TLSv1.2', ...(authority === undefined ? {} : { ca: authority }) },
  })
  // Errors reach whoever waits for a step; between steps the connection is just gone.
  connection.on('error', () => undefined)
  try {
    await step(connection, signal, (done) => connection.connect((error) => done(error ?? null)))
    if (user !== null && user !== '') {
      await step(connection, signal, (done) => connection.login({ user, pass: password ?? '' }, (error) => done(error)))
    }
    return connection
  } catch (thrown) {
    connection.close()
    throw thrown
  }
}

/** Sends one message; `offered` is called before the end of the data can have left. */
async function offer(connection: SMTPConnection, message: RenderedMessage, signal: AbortSignal, offered: () => void): Promise<void> {
  const patience = new AbortController()
  let whole = false
  const stop = (): void => {
    if (whole) setTimeout(() => patience.abort(), GRACE).unref()
    else patience.abort()
  }
  signal.addEventListener('abort', stop)
  // A stream, because only its end tells when the final dot may be on the wire.
  const body = Readable.from([message.raw])
  body.once('end', () => {
    whole = true
    offered()
  })
  try {
    await step(connection, patience.signal, (done) =>
      connection.send({ from: message.from, to: [message.to], size: message.raw.length }, body, (error) => done(error)),
    )
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** One step of the conversation: its callback, an error of the connection, its end, or the signal, whichever comes first. */
function step(connection: SMTPConnection, signal: AbortSignal, run: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error: Error | null): void => {
      connection.off('error', finish)
      connection.off('end', ended)
      signal.removeEventListener('abort', stopped)
      if (error === null) resolve()
      else reject(error)
    }
    // The callback's error says more than the bare end, and may come just after it.
    const ended = (): void => void setImmediate(() => finish(Object.assign(new Error('connection ended'), { code: 'ECONNECTION' })))
    const stopped = (): void => finish(Object.assign(new Error('stopped'), { code: 'ABORT_ERR' }))
    connection.on('error', finish)
    connection.on('end', ended)
    signal.addEventListener('abort', stopped)
    if (signal.aborted) stopped()
    else run(finish)
  })
}

async function quit(connection: SMTPConnection): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => connection.close(), 2_000)
    connection.once('end', () => {
      clearTimeout(timer)
      resolve()
    })
    if (connection.destroyed) {
      clearTimeout(timer)
      resolve()
    } else {
      connection.quit()
    }
  })
}
