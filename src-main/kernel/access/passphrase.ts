import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { COST, type Cost } from './cost'

const LENGTH = 32

/** One after the other: each takes 128 MB, and guesses sent at once must not add up. */
let queue: Promise<unknown> = Promise.resolve()

function derive(passphrase: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const run = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      // The same words typed on another system may arrive composed differently.
      scrypt(passphrase.normalize('NFKC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
        error === null ? resolve(key) : reject(error),
      )
    })
  const result = queue.then(run)
  queue = result.catch(() => undefined)
  return result
}

/** `scrypt$N$r$p$salt$key`, salt and key in base64: what it takes to check it later, whatever the cost is by then. */
export async function hashSecret(passphrase: string, salt: Buffer = randomBytes(16)): Promise<string> {
  const key = await derive(passphrase, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** DSK-07: compares in constant time, off the desk's thread. A malformed hash matches nothing. */
export async function matchesSecret(passphrase: string, hash: string): Promise<boolean> {
  const parts = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w+/=]+)\$([\w+/=]+)$/.exec(hash)
  if (parts === null) return false
  const [, N, r, p, salt, key] = parts as unknown as [string, string, string, string, string, string]
  const expected = Buffer.from(key, 'base64')
  try {
    const actual = await derive(passphrase, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
    return actual.length === expected.length && timingSafeEqual(actual, expected)
  } catch {
    return false
  }
}

/** Long enough is the contract's rule; this finds what is long and still no secret. `names`: of the operator. */
export function isGuessable(passphrase: string, names: readonly string[]): boolean {
  const folded = passphrase.toLowerCase()
  if (new Set(folded).size < 6) return true
  const rest = names.filter((name) => name.length >= 3).reduce((text, name) => text.replaceAll(name.toLowerCase(), ''), folded)
  return rest.length < 10
}
