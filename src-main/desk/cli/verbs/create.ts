import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { passphrase as passphraseSchema } from '@contract/workspace'
import { createOperator, hashSecret, newRecoveryCode, type NewOperator } from '@kernel/access/index'
import { parseMailRoute, setMailRoute } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import { workspaceExists } from '../../create-desk'
import { createWorkspace } from '../../create-workspace'
import { passphrasesOf, type Passphrases } from '../passphrase'
import { DONE, Usage } from '../problem'
import { shortNameOf } from '../short-name'
import { storeOf } from '../session'
import { say, type Verb } from '../verb'
import { flag, instantOf, text } from '../words'

/** Folder by folder: where one can't be made, the recursive way of Node 18 to 20 tries for ever (seen under /proc). @throws what the system says */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** `passphrases` null: nobody signs in to a simulation by passphrase, unless one is given. */
async function firstAdmin(name: string, passphrases: Passphrases | null): Promise<{ operator: NewOperator; recoveryCode: string }> {
  const shortName = shortNameOf(name)
  const secret = passphrases === null ? newRecoveryCode() : await passphrases.next(`New passphrase for ${name}: `)
  if (!passphraseSchema.safeParse(secret).success) throw new Refusal('passphrase_too_short', { least: 14 })
  const recoveryCode = newRecoveryCode()
  const credential = { passphrase: await hashSecret(secret), recovery: await hashSecret(recoveryCode) }
  return { recoveryCode, operator: { name, shortName, roles: ['reviewer', 'support', 'admin'], language: 'en', credential } }
}

/** A new workspace with its first admin, who has every role. */
export const create: Verb = {
  usage: 'create --store DIR [--simulation] [--at ISO] [--admin NAME] [--mail none|folder|smtp://HOST:PORT] [--json]',
  options: { simulation: { type: 'boolean' }, at: { type: 'string' }, admin: { type: 'string' }, mail: { type: 'string' } },
  async run(words) {
    if (words.positionals.length > 0) throw new Usage(`create takes no further words. Usage: ${create.usage}`)
    const folder = storeOf(words)
    const simulation = flag(words, 'simulation')
    const at = text(words, 'at')
    if (at !== undefined && !simulation) throw new Refusal('simulation_only')
    if (workspaceExists(folder)) throw new Refusal('workspace_exists', { folder })
    const route = parseMailRoute(text(words, 'mail') ?? 'none')
    const made = { folder, now: at === undefined ? Date.now() : instantOf('at', at), simulation }
    const name = (text(words, 'admin') ?? (simulation ? 'Simulation' : '')).trim()
    const admin = name === '' ? null : await firstAdmin(name, simulation && !flag(words, 'passphrase-stdin') ? null : passphrasesOf(words))
    makeFolder(folder)
    createWorkspace(made, (unit) => {
      if (admin !== null) createOperator(unit, admin.operator)
      if (route.transport !== 'none') setMailRoute(unit, simulation, route)
    })
    if (admin === null) say('It has no operator yet: whoever opens it in the app first becomes its admin.')
    else if (!simulation) say(`Recovery code of ${name}, shown this once: ${admin.recoveryCode}`)
    return { status: DONE, json: { store: folder, simulation }, lines: [`${simulation ? 'Simulation workspace' : 'Workspace'} made in ${folder}`] }
  },
}
