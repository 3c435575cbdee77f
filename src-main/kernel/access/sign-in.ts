import type { SessionView } from '@contract/access'
import type { ReadDb } from '../database'
import { record } from '../journal'
import { denied, Refusal } from '../refusal'
import type { Services } from '../services'
import { readGeneral } from '../settings'
import { operatorActor, type Session } from './session'
import { accessRecovered, passphraseChanged } from './events'
import { hashSecret, isGuessable, matchesSecret } from './passphrase'
import { newRecoveryCode, readRecoveryCode } from './recovery-code'
import { rolesOf } from './roles'
import { activeOperator, credentialOf, noteAttempt, noteSignIn, writeCredential, type Credential, type Operator } from './store'
import { throttledUntil, waitAfter } from './throttle'

export function sessionView(db: ReadDb, { operatorId, name, shortName, roles, language }: Omit<Session, 'touchedAt'>): SessionView {
  return { operatorId, name, shortName, roles: [...roles], language, idleMinutes: readGeneral(db).idleMinutes }
}

/** What a session of that operator starts from. @throws Refusal `sign_in_failed`: there is none, or it was removed */
export function operatorSession(db: ReadDb, operatorId: string): Omit<Session, 'touchedAt'> {
  const operator = activeOperator(db, operatorId)
  if (operator === null) throw denied('sign_in_failed')
  return { operatorId, name: operator.name ?? '', shortName: operator.short_name ?? '', roles: rolesOf(operator.roles), language: operator.language }
}

/** DSK-07. @throws Refusal `sign_in_failed`, `throttled` (`until`, ms UTC) */
export async function signIn(services: Services, window: string, operatorId: string, passphrase: string): Promise<SessionView> {
  await prove(services, operatorId, ({ passphrase: hash }) => matchesSecret(passphrase, hash))
  const session = { ...operatorSession(services.db, operatorId), touchedAt: services.wall.now() }
  services.sessions.start(window, session)
  services.publish(['access'])
  return sessionView(services.db, session)
}

/** Own passphrase. @throws Refusal `sign_in_failed`, `throttled`, `passphrase_guessable` */
export async function changePassphrase(services: Services, session: Session, current: string, next: string): Promise<void> {
  const operator = await prove(services, session.operatorId, ({ passphrase }) => matchesSecret(current, passphrase))
  refuseGuessable(next, operator)
  const hash = await hashSecret(next)
  services.unit(operatorActor(session), (unit) => {
    const { id, version } = stillActive(unit.db, operator.id)
    writeCredential(unit.db, id, hash)
    record(unit, passphraseChanged, { entity: id, account: null, version: version + 1, rule: 'DSK-07', body: {} })
    unit.changed('access')
  })
}

/** DSK-07: the code of the first run, used once, sets a new passphrase and yields a new code. @throws Refusal `sign_in_failed`, `throttled`, `passphrase_guessable` */
export async function recover(services: Services, operatorId: string, typed: string, passphrase: string): Promise<string> {
  const code = readRecoveryCode(typed)
  let proven: string | null = null
  const operator = await prove(services, operatorId, async ({ recovery }) => {
    proven = recovery
    return recovery !== null && code !== null && matchesSecret(code, recovery)
  })
  refuseGuessable(passphrase, operator)
  const recoveryCode = newRecoveryCode()
  const hash = await hashSecret(passphrase)
  const recovery = await hashSecret(recoveryCode)
  const actor = { kind: 'operator', id: operator.id, name: operator.name ?? '', roles: rolesOf(operator.roles) } as const
  services.unit(actor, (unit) => {
    const { id, version } = stillActive(unit.db, operator.id)
    // Used once: whoever came first has changed it.
    if (credentialOf(unit.db, id)?.recovery !== proven) throw denied('sign_in_failed')
    writeCredential(unit.db, id, hash, recovery)
    record(unit, accessRecovered, { entity: id, account: null, version: version + 1, rule: 'DSK-07', body: {} })
    unit.changed('access')
    unit.afterCommit(() => services.sessions.refresh(id, null))
  })
  return recoveryCode
}

/**
 * Counts the attempt before it is checked: neither guesses sent at once nor a desk killed in between get one for free.
 */
async function prove(services: Services, operatorId: string, check: (credential: Credential) => Promise<boolean>): Promise<Operator> {
  const { db, wall } = services
  const operator = activeOperator(db, operatorId)
  const credential = operator === null ? undefined : credentialOf(db, operatorId)
  if (operator === null || credential === undefined) throw denied('sign_in_failed')
  const until = throttledUntil(credential.throttled_until, wall.now())
  if (until !== null) throw denied('throttled', { until })
  const failures = credential.failures + 1
  const wait = waitAfter(failures)
  services.db.transaction(() => noteAttempt(db, operatorId, failures, wait === 0 ? null : wall.now() + wait))
  if (!(await check(credential))) {
    services.publish(['access'])
    throw denied('sign_in_failed', wait === 0 ? {} : { until: wall.now() + wait })
  }
  services.db.transaction(() => noteSignIn(db, operatorId, wall.now()))
  return operator
}

export function refuseGuessable(passphrase: string, { name, short_name }: Pick<Operator, 'name' | 'short_name'>): void {
  if (isGuessable(passphrase, [name ?? '', short_name ?? ''])) throw new Refusal('passphrase_guessable')
}

export function stillActive(db: ReadDb, id: string): Operator {
  const operator = activeOperator(db, id)
  if (operator === null) throw new Refusal('operator_missing')
  return operator
}
