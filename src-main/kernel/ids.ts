import { randomBytes } from 'node:crypto'

/** Where new ids come from; tests and demo data count instead of rolling dice. */
export interface Ids {
  /** A uuidv7, greater than every one before it from the same source. */
  next(): string
  /** Random bytes for salts. */
  bytes(length: number): Buffer
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

function format(ms: number, counter: number, tail: Buffer): string {
  const time = hex(ms, 12)
  const head = hex(0x7000 | (counter >>> 14), 4)
  const middle = hex(0x8000 | (counter & 0x3fff), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${head}-${middle}-${tail.toString('hex')}`
}

/** A new source: time in ms UTC from `now`, a 26-bit counter within the ms, 48 random bits. A clock set back keeps counting on. */
export function makeIds(now: () => number, random: (length: number) => Buffer = pooled()): Ids {
  let last = 0
  let counter = 0
  return {
    next() {
      const ms = now()
      if (ms > last) {
        last = ms
        counter = 0
      } else if (++counter > 0x3ffffff) {
        last += 1
        counter = 0
      }
      return format(last, counter, random(6))
    },
    bytes: random,
  }
}

/** randomBytes costs a system call each time; a pool of 64 kB serves ten thousand ids. */
function pooled(): (length: number) => Buffer {
  let pool: Buffer = Buffer.alloc(0)
  let at = 0
  return (length) => {
    if (at + length > pool.length) {
      pool = randomBytes(Math.max(65_536, length))
      at = 0
    }
    at += length
    return Buffer.from(pool.subarray(at - length, at))
  }
}
