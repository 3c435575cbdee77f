import { spawn } from 'node:child_process'
import { hasDisplay } from './libraries.mjs'
import { findProgram } from './run.mjs'
import { say, SetupProblem } from './say.mjs'

/** Starts Xvfb on a free display. @returns {Promise<{ name: string, stop: () => void }>} */
function startVirtual() {
  // Apart from this process group: Ctrl+C would take the display away while the app is still closing its database.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  const announced = /** @type {import('node:stream').Readable} */ (child.stdio[3])
  return new Promise((done, fail) => {
    const problem = () => fail(new SetupProblem('No virtual display could be started.', 'Xvfb ended at once.', 'try it by hand: Xvfb :99'))
    child.once('error', problem)
    child.once('exit', problem)
    announced.once('data', (number) => {
      child.off('exit', problem)
      done({ name: `:${String(number).trim()}`, stop })
    })
  })
}

/**
 * The environment for opening windows, with a virtual display where there is none.
 * @param {{ preferVirtual?: boolean, quiet?: boolean }} [options] preferVirtual: tests leave a person's screen alone where they can.
 * @returns {Promise<{ env: Record<string, string | undefined>, virtual: boolean, stop: () => void }>}
 */
export async function display({ preferVirtual = false, quiet = false } = {}) {
  const wantsVirtual = process.platform === 'linux' && (!hasDisplay() || (preferVirtual && findProgram('Xvfb') !== null))
  if (!wantsVirtual) return { env: process.env, virtual: false, stop: () => {} }
  const { name, stop } = await startVirtual()
  if (!quiet) say(`· There is no display: running on a virtual one (${name})`)
  return { env: { ...process.env, DISPLAY: name, WAYLAND_DISPLAY: undefined }, virtual: true, stop }
}
