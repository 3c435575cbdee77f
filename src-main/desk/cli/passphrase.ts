import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Usage } from './problem'
import { flag, type Words } from './words'

/** Longer input on standard input is no passphrase. */
const MOST_BYTES = 4096

/** Where passphrases come from: never an argument, never the environment. */
export interface Passphrases {
  /** By `--passphrase-stdin` the next line of standard input; else by a prompt that shows nothing. @throws Usage */
  next(prompt: string): Promise<string>
}

export function passphrasesOf(words: Words): Passphrases {
  if (!flag(words, 'passphrase-stdin')) return { next: ask }
  let lines: string[] | null = null
  return {
    async next(prompt) {
      lines ??= await linesOfStdin()
      const line = lines.shift()
      if (line === undefined || line === '') throw new Usage(`Standard input has no line for: ${prompt.replace(/: $/, '')}`)
      return line
    },
  }
}

async function ask(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Usage('There is nobody to ask for the passphrase: give it on standard input with --passphrase-stdin')
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once('line', resolve)
      reader.once('close', () => reject(new Usage('No passphrase was given')))
      reader.once('SIGINT', () => reader.close())
    })
  } finally {
    reader.removeAllListeners('close')
    reader.close()
    process.stderr.write('\n')
  }
}

async function linesOfStdin(): Promise<string[]> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MOST_BYTES) throw new Usage('Standard input is too long for a passphrase')
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
}
