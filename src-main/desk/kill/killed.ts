import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve('out/main/cli.js')

export interface Ended {
  readonly status: number | null
  readonly killed: boolean
  readonly ms: number
}

/** Runs the built command line on a folder; after `killAfterMs` it is killed as a power cut would, without a chance to tidy up. */
export function commandLine(words: readonly string[], killAfterMs: number | null = null): Promise<Ended> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore' })
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (status, signal) => {
      if (timer !== null) clearTimeout(timer)
      done({ status, killed: signal === 'SIGKILL', ms: performance.now() - began })
    })
  })
}

/** A copy of a closed workspace to be killed on. */
export function copyOf(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'reeve-kill-')), 'workspace')
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Numbers from 0 to 1 that a printed seed repeats. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
