import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './paths.mjs'
import { say } from './say.mjs'

// Said by every Chromium without a desktop session or a graphics card; nothing is wrong.
const HARMLESS = /^\[\d+:\d+\/\d+\.\d+:(ERROR|WARNING):(bus|object_proxy|gpu|gl_|viz_main|vaapi|sandbox_linux|angle|command_buffer|browser_main_loop)/

/**
 * Runs a program as if it were this one: its output, its exit status, and the signals meant for it.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ env?: Record<string, string | undefined>, calm?: boolean }} [options] calm: leaves out Chromium's harmless lines
 * @returns {Promise<number>} the exit status
 */
export function foreground(program, parameters, { env = process.env, calm = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, parameters, { cwd: root, env, stdio: ['inherit', 'inherit', calm ? 'pipe' : 'inherit'] })
    if (child.stderr !== null) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!HARMLESS.test(line)) say(line)
      })
    }
    // Ctrl+C reaches the child by itself; this process only waits for it to finish.
    const interrupted = () => {}
    const terminated = () => child.kill('SIGTERM')
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', terminated)
    const end = (status) => {
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', terminated)
      done(status)
    }
    child.on('error', (error) => {
      say(error.message)
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/** Chromium's sandbox refuses to run as root. */
export const isRoot = () => process.getuid?.() === 0
