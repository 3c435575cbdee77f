import { once } from '../bridge/answers'
import { command, long, query, type LongContext } from '../bridge/handler'
import type { Feature } from '../feature'
import { denied } from '../refusal'
import { accessEvents, accessTables } from './events'
import { createOperator, listOperators, removeOperator, resetPassphrase, setLanguage, setRoles } from './operators'
import { hashSecret } from './passphrase'
import { operatorActor, type Session } from './session'
import { changePassphrase, recover, refuseGuessable, sessionView, signIn, stillActive } from './sign-in'

export { makeSessions, type Session, type Sessions } from './session'
export { operatorSession, signIn } from './sign-in'
export { createOperator, signInChoices, type NewOperator } from './operators'
export { operatorNamed, type Operator } from './store'
export { hashSecret } from './passphrase'
export { newRecoveryCode } from './recovery-code'

/** DSK-07 */
export const access: Feature = {
  name: 'access',
  events: accessEvents,
  decisionTables: accessTables,
  handlers: {
    'access.session': query(({ db, session }) => (session === null ? null : sessionView(db, session))),
    'access.sign_in': long(({ services, window }, { operatorId, passphrase }) => signIn(services, window, operatorId, passphrase)),
    'access.recover': long(async ({ services }, input) => ({
      recoveryCode: await recover(services, input.operatorId, input.recoveryCode, input.passphrase),
    })),
    'access.lock': command((unit, _input, { services, window }) => {
      unit.afterCommit(() => services.sessions.end(window))
      return null
    }),
    'access.sign_out': command((unit, _input, { services, window }) => {
      unit.afterCommit(() => services.sessions.end(window))
      return null
    }),
    'access.set_language': command((unit, { language }, { services, session }) => {
      setLanguage(unit, services, signedIn(session).operatorId, language)
      return null
    }),
    'access.change_passphrase': long(async ({ services, session }, { current, next }) => {
      await changePassphrase(services, signedIn(session), current, next)
      return null
    }),
    'access.operators': query(({ db, services }) => listOperators(db, services.wall.now())),
    'access.add_operator': long(async (context, { passphrase, ...operator }) => {
      refuseGuessable(passphrase, { name: operator.name, short_name: operator.shortName })
      const hash = await hashSecret(passphrase)
      return context.services.unit(
        operatorActor(stillAdmin(context)),
        (unit) =>
          once(unit, 'access.add_operator', () => ({
            operatorId: createOperator(unit, { ...operator, credential: { passphrase: hash, recovery: null } }),
          })),
        context.commandId,
      )
    }),
    'access.set_roles': command((unit, { operatorId, roles }, { services }) => {
      setRoles(unit, services, operatorId, roles)
      return null
    }),
    'access.reset_passphrase': long(async (context, { operatorId, passphrase }) => {
      const { services } = context
      refuseGuessable(passphrase, stillActive(services.db, operatorId))
      const hash = await hashSecret(passphrase)
      services.unit(operatorActor(stillAdmin(context)), (unit) => resetPassphrase(unit, services, operatorId, hash), context.commandId)
      return null
    }),
    'access.remove_operator': command((unit, { operatorId }, { services }) => {
      removeOperator(unit, services, operatorId)
      return null
    }),
  },
}

function signedIn(session: Session | null): Session {
  if (session === null) throw denied('not_signed_in')
  return session
}

/** Hashing takes a while; who was removed, demoted or locked out meanwhile decides nothing any more. */
function stillAdmin({ services, window, session }: LongContext): Session {
  const current = services.sessions.of(window) ?? session
  const operator = stillActive(services.db, signedIn(session).operatorId)
  if (current?.operatorId !== operator.id || (operator.roles & 4) === 0) throw denied('role_missing', { roles: ['admin'] })
  return current
}
