import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { cache } from './paths.mjs'
import { say } from './say.mjs'

const path = cache('setup.lock')

function holder() {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Two set-ups at once would build into the same folder: the second waits, then usually finds nothing left to do. */
export async function withLock(work) {
  mkdirSync(cache(), { recursive: true })
  for (let told = false; ;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const other = holder()
    if (other !== null && other !== 0 && !alive(other)) rmSync(path, { force: true })
    else if (!told) {
      say(`· Waiting for another set-up to finish (process ${other})`)
      told = true
    }
    await wait(200)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}
