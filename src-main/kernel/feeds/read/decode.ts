import { isUtf8 } from 'node:buffer'
import { FileProblem } from './problem'

/** Stands for bytes that are no UTF-8. A lone surrogate: no valid text decodes to it. */
export const NOT_UTF8 = '\udcff'
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

export interface Decoded {
  readonly text: string
  /** Some cell in here may hold control characters or bytes that are no UTF-8. */
  readonly suspicious: boolean
}

/** Turns blocks of a file into text, across characters cut in two by a block's end. */
export class Decoder {
  #carry: Buffer = Buffer.alloc(0)
  #first = true

  /** @throws FileProblem `encoding_unknown` for UTF-16 and UTF-32 */
  decode(block: Buffer, last: boolean): Decoded {
    let bytes = this.#carry.length === 0 ? block : Buffer.concat([this.#carry, block])
    if (this.#first && bytes.length > 0) {
      if (bytes.length < 4 && !last) {
        this.#carry = Buffer.from(bytes)
        return { text: '', suspicious: false }
      }
      bytes = withoutMark(bytes)
      this.#first = false
    }
    const end = last ? bytes.length : wholeCharacters(bytes)
    this.#carry = Buffer.from(bytes.subarray(end))
    const whole = bytes.subarray(0, end)
    if (!isUtf8(whole)) return { text: byLine(whole), suspicious: true }
    const text = whole.toString('utf8')
    return { text, suspicious: CONTROL.test(text) }
  }
}

function withoutMark(bytes: Buffer): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new FileProblem('encoding_unknown', { found: 'UTF-16' })
  if ((bytes[0] === 0 && bytes[1] !== 0) || (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0))
    throw new FileProblem('encoding_unknown', { found: 'UTF-16' })
  return bytes
}

/** Where the last whole character ends: at most three bytes from the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Only the lines that hold the bad bytes suffer. */
function byLine(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(10, at)
    const end = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(at, end)
    text += isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\ufffd', NOT_UTF8)
    at = end
  }
  return text
}
