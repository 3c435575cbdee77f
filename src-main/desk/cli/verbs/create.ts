import { passphrase as passphraseSchema } from '@contract/workspace'
import { createOperator, hashSecret, newRecoveryCode } from '@kernel/access/index'
import { parseMailRoute, setMailRoute } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import { workspaceExists } from '../../create-desk'
import { createWorkspace } from '../../create-workspace'
import { readPassphrase } from '../passphrase'
import { DONE, Usage } from '../problem'
import { shortNameOf } from '../short-name'
import { storeOf } from '../session'
import { say, type Verb } from '../verb'
import { flag, instantOf, text } from '../words'

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
    const name = text(words, 'admin') ?? (simulation ? 'Simulation' : undefined)
    if (name === undefined || name.trim() === '') throw new Usage(`A real workspace needs its first admin: --admin NAME. Usage: ${create.usage}`)
    const recoveryCode = newRecoveryCode()
    const secret = simulation && !flag(words, 'passphrase-stdin') ? newRecoveryCode() : await readPassphrase(flag(words, 'passphrase-stdin'), `New passphrase for ${name}: `)
    if (!passphraseSchema.safeParse(secret).success) throw new Refusal('passphrase_too_short', { least: 14 })
    const credential = { passphrase: await hashSecret(secret), recovery: await hashSecret(recoveryCode) }
    createWorkspace({ folder, now: at === undefined ? Date.now() : instantOf('at', at), simulation }, (unit) => {
      createOperator(unit, { name: name.trim(), shortName: shortNameOf(name), roles: ['reviewer', 'support', 'admin'], language: 'en', credential })
      if (route.transport !== 'none') setMailRoute(unit, simulation, route)
    })
    if (!simulation) say(`Recovery code of ${name}, shown this once: ${recoveryCode}`)
    return { status: DONE, json: { store: folder, simulation }, lines: [`${simulation ? 'Simulation workspace' : 'Workspace'} made in ${folder}`] }
  },
}
