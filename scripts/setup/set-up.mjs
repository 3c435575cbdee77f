import { withLock } from './lock.mjs'
import { say } from './say.mjs'

/**
 * @typedef {object} Step One piece of set-up, safe to repeat.
 * @property {string} name What it does, one line.
 * @property {() => boolean | Promise<boolean>} isDone Quick; no network, no building.
 * @property {() => Promise<string | void>} carryOut Throws SetupProblem when something can't be had; may answer a remark.
 */

/** Carries out what is not done yet, in order. Silent when all is done. @param {readonly Step[]} steps */
export async function setUp(steps) {
  for (const step of steps) {
    if (await step.isDone()) continue
    await withLock(async () => {
      if (await step.isDone()) return
      say(`· ${step.name}`)
      const started = Date.now()
      const remark = await step.carryOut()
      say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s${remark ? `. ${remark}` : ''}`)
    })
  }
}
