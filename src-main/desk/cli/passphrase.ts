import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Usage } from './problem'

/** Longer input on standard input is no passphrase. */
const MOST_BYTES = 4096

/** From standard input, up to its first line end; or by a prompt that shows nothing. Never from an argument or the environment. @throws Usage */
export async function readPassphrase(fromStdin: boolean, prompt: string): Promise<string> {
  if (fromStdin) return firstLine()
  if (!process.stdin.isTTY) throw new Usage('There is nobody to ask for the passphrase: give it on standard input with --passphrase-stdin')
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('close', () => reject(new Usage('No passphrase was given')))
      lines.once('SIGINT', () => lines.close())
    })
  } finally {
    lines.removeAllListeners('close')
    lines.close()
    process.stderr.write('\n')
  }
}

async function firstLine(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MOST_BYTES) throw new Usage('Standard input is too long for a passphrase')
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
}
