import { ROLES, type Role } from '@contract/define'
import { passphrase as passphraseSchema } from '@contract/workspace'
import { newRecoveryCode } from '@kernel/access/index'
import { Refusal } from '@kernel/refusal'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import { shortNameOf } from '../short-name'
import type { Verb } from '../verb'
import { flag, text } from '../words'

/** Several roles: `--role reviewer,support`. */
function rolesOf(value: string | undefined): Role[] {
  const names = (value ?? '').split(',').map((role) => role.trim())
  const roles = ROLES.filter((role) => names.includes(role))
  if (roles.length === 0 || roles.length !== new Set(names).size) throw new Usage(`--role wants ${ROLES.join(', ')} or several with commas`)
  return roles
}

/** Adds and lists operators: admins only. */
export const operators: Verb = {
  usage: 'operators add NAME --role reviewer|support|admin | operators list [--store DIR] [--as OPERATOR] [--passphrase-stdin] [--json]',
  options: { role: { type: 'string' } },
  run: (words) =>
    atWorkspace(words, {}, async ({ call, desk, passphrases }) => {
      const [what, name, ...more] = words.positionals
      if (what === 'list' && name === undefined) {
        const rows = (await call('access.operators', {})).map((row) => ({
          id: row.id,
          name: row.name,
          short_name: row.shortName,
          roles: row.roles,
          removed: row.removedAt !== null,
        }))
        return {
          status: DONE,
          json: { operators: rows },
          lines: rows.map((row) => `${row.name}\t${row.short_name}\t${row.roles.join(',')}${row.removed ? '\tremoved' : ''}`),
        }
      }
      if (what !== 'add' || name === undefined || more.length > 0) throw new Usage(`Usage: ${operators.usage}`)
      const roles = rolesOf(text(words, 'role'))
      // A simulation's operator signs in nowhere unless a passphrase is given; on standard input, the acting operator's comes first.
      const made = desk.services.workspace.simulation && !flag(words, 'passphrase-stdin')
      const passphrase = made ? newRecoveryCode() : await passphrases.next(`New passphrase for ${name}: `)
      if (!passphraseSchema.safeParse(passphrase).success) throw new Refusal('passphrase_too_short', { least: 14 })
      const { operatorId } = await call('access.add_operator', { name, shortName: shortNameOf(name), roles, passphrase, language: 'en' })
      return { status: DONE, json: { operator: { id: operatorId, name, roles } }, lines: [`Added ${name}: ${roles.join(', ')}`] }
    }),
}
