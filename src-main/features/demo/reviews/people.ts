import type { Language, Role } from '@contract/define'
import { createOperator, hashSecret, newRecoveryCode, operatorNamed, operatorSession, signInChoices, type Session } from '@kernel/access/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'
import { SCHEDULER } from '@kernel/unit'
import type { Reviewer } from './stories'

type Colleague = Exclude<Reviewer, 'AB'> | 'TN'
const COLLEAGUES: readonly { readonly short: Colleague; readonly name: string; readonly roles: readonly Role[]; readonly language: Language }[] = [
  { short: 'JL', name: 'Jonas Lindqvist', roles: ['reviewer'], language: 'sv' },
  { short: 'MK', name: 'Marie Krüger', roles: ['reviewer'], language: 'de' },
  { short: 'TN', name: 'Tereza Nováková', roles: ['support'], language: 'cs' },
]

export type People = Readonly<Record<Reviewer | 'TN', Session>>

/** Whose desk it is, with every role, and colleagues: made when they aren't there; nobody knows their passphrase. @throws Refusal `operator_missing` */
export async function peopleOf(services: Services): Promise<People> {
  const first = signInChoices(services.db)[0]
  if (first === undefined) throw new Refusal('operator_missing')
  const credential = { passphrase: await hashSecret(newRecoveryCode()), recovery: null }
  const session = (id: string): Session => ({ ...operatorSession(services.db, id), touchedAt: services.wall.now() })
  const colleague = (short: Colleague): Session => {
    const { name, roles, language } = COLLEAGUES.find((one) => one.short === short)!
    const known = operatorNamed(services.db, short)
    return session(known?.id ?? services.unit(SCHEDULER, (unit) => createOperator(unit, { name, shortName: short, roles, language, credential })))
  }
  return { AB: { ...session(first.id), roles: ['reviewer', 'support', 'admin'] }, JL: colleague('JL'), MK: colleague('MK'), TN: colleague('TN') }
}
