import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface MailServer {
  readonly port: number
  /** What was taken, as it came over the wire. */
  readonly taken: string[]
  readonly connections: () => number
  close(): Promise<void>
}

/** A real SMTP server on loopback that keeps what it takes. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: string[] = []
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_session, callback) => {
      connections += 1
      callback()
    },
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'))
        callback()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Where the scripted server hangs up (or falls silent): after having read that command, without a reply. */
export type Moment = 'connect' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'end'

/** A server that speaks just enough SMTP to break off at an exact moment; real servers can't be told to. `reaction`: `hang_up`, `silence`, or a reply. */
export async function breakingServer(moment: Moment, reaction = 'hang_up'): Promise<MailServer> {
  const taken: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const react = (): void => {
      if (reaction === 'hang_up') socket.destroy()
      else if (reaction !== 'silence') socket.write(`${reaction}\r\n`)
    }
    if (moment === 'connect') {
      react()
      return
    }
    let inData = false
    let buffer = ''
    socket.write('220 test ESMTP\r\n')
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      if (inData) {
        if (moment === 'body') react()
        else if (buffer.endsWith('\r\n.\r\n')) {
          taken.push(buffer)
          inData = false
          buffer = ''
          if (moment === 'end') react()
          else socket.write('250 2.0.0 taken\r\n')
        }
        return
      }
      for (let at = buffer.indexOf('\r\n'); at >= 0; at = buffer.indexOf('\r\n')) {
        const verb = buffer.slice(0, 4).toUpperCase()
        buffer = buffer.slice(at + 2)
        if (verb === moment) react()
        else if (verb === 'DATA') {
          inData = true
          socket.write('354 go on\r\n')
        } else if (verb === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 2.1.0 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
