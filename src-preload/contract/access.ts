import * as z from 'zod'
import { command, LANGUAGES, noInput, query, ROLES, uuid, type Language, type Role } from './define'
import { passphrase, shortName } from './workspace'

export interface SessionView {
  operatorId: string
  name: string
  shortName: string
  roles: Role[]
  language: Language
  /** Minutes without input after which the desk locks. */
  idleMinutes: number
}

export interface OperatorRow {
  id: string
  name: string
  shortName: string
  roles: Role[]
  createdAt: number
  removedAt: number | null
  lastSignInAt: number | null
  /** Signing in is refused until then (DSK-07 throttling). */
  throttledUntil: number | null
  version: number
}

const roles = z.array(z.enum(ROLES)).min(1).max(3)

export const accessContract = {
  'access.session': query<SessionView | null>()('public', noInput),
  'access.sign_in': command<SessionView>()('public', z.object({ operatorId: uuid, passphrase: z.string().max(256) }).strict()),
  /** The recovery code given at first run, used once, sets a new passphrase for that admin and yields a new code. */
  'access.recover': command<{ recoveryCode: string }>()(
    'public',
    z.object({ operatorId: uuid, recoveryCode: z.string().max(100), passphrase }).strict(),
  ),
  'access.lock': command<null>()('operator', noInput),
  'access.sign_out': command<null>()('operator', noInput),
  'access.set_language': command<null>()('operator', z.object({ language: z.enum(LANGUAGES) }).strict()),
  'access.change_passphrase': command<null>()('operator', z.object({ current: z.string().max(256), next: passphrase }).strict()),
  'access.operators': query<OperatorRow[]>()(['admin'], noInput),
  'access.add_operator': command<{ operatorId: string }>()(
    ['admin'],
    z.object({ name: z.string().trim().min(1).max(100), shortName, roles, passphrase, language: z.enum(LANGUAGES) }).strict(),
  ),
  'access.set_roles': command<null>()(['admin'], z.object({ operatorId: uuid, roles }).strict()),
  'access.reset_passphrase': command<null>()(['admin'], z.object({ operatorId: uuid, passphrase }).strict()),
  'access.remove_operator': command<null>()(['admin'], z.object({ operatorId: uuid }).strict()),
} as const
