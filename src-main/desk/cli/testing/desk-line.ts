import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(process.env['REEVE_CLI'] ?? 'out/main/cli.js')
/** Slower is stuck. */
const LONGEST_MS = 60_000

export interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** One call of the built command line, as a person or a script makes it. */
export function desk(words: readonly string[], stdin = ''): Promise<Said> {
  const child = spawn(process.execPath, [program, ...words], { timeout: LONGEST_MS })
  const out = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text))
  // Most calls read no input, and may end before it is written.
  child.stdin.on('error', () => undefined).end(stdin)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (status) => done({ status, ...out }))
  })
}

export interface Answered<T> {
  readonly status: number | null
  readonly json: T
  readonly stderr: string
}

/** A workspace of its own in a temporary folder, driven by nothing but the command line. */
export interface Line {
  readonly store: string
  /** @throws when standard output holds anything but one JSON object */
  call<T = Record<string, unknown>>(...words: string[]): Promise<Answered<T>>
  with<T = Record<string, unknown>>(stdin: string, ...words: string[]): Promise<Answered<T>>
  file(name: string, ...lines: string[]): string
  remove(): void
}

export function line(): Line {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-line-'))
  const store = join(folder, 'workspace')
  const asked = async <T>(stdin: string, words: readonly string[]): Promise<Answered<T>> => {
    const { status, stdout, stderr } = await desk([...words, '--store', store, '--json'], stdin)
    if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`no single JSON object: ${stdout}${stderr}`)
    return { status, json: JSON.parse(stdout) as T, stderr }
  }
  return {
    store,
    call: (...words) => asked('', words),
    with: (stdin, ...words) => asked(stdin, words),
    file(name, ...lines) {
      const path = join(folder, name)
      writeFileSync(path, `${lines.join('\n')}\n`)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
