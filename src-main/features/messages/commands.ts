import type { ParsedInput } from '@contract/index'
import { MAIL_PASSWORD, mailRoute, makeTransport, NO_SENDER, setMailRoute } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'
import type { Unit } from '@kernel/unit'

/** MSG-02. The password goes to the keychain, once the rest is committed; null leaves it as it is. @throws Refusal, see setMailRoute */
export function setMail(unit: Unit, services: Services, input: ParsedInput<'settings.set_mail'>): void {
  const { password, ...route } = input
  const { simulation, demo } = services.workspace
  const from = route.from === '' && route.transport === 'none' ? NO_SENDER : route.from
  setMailRoute(unit, simulation || demo, { ...route, from, company: route.company })
  const forget = route.transport !== 'smtp' || route.user === null
  if (password !== null || forget) unit.afterCommit(() => services.secrets.set(MAIL_PASSWORD, forget || password === '' ? null : password))
}

/** Connects and signs in, sends nothing. @throws Refusal `no_transport` */
export async function testMail(services: Services, signal: AbortSignal): Promise<{ ok: boolean; problem: string | null }> {
  const transport = makeTransport(services)
  if (transport === null) throw new Refusal(mailRoute(services.reader).transport === 'none' ? 'no_transport' : 'simulation_mail_loopback_only')
  const problem = await transport.check(signal)
  return { ok: problem === null, problem }
}
