import type { Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { localDate } from '@kernel/calendar/index'
import type { MessageRecord } from '@kernel/outbox/index'
import { formatDate, formatDay, formatMoney, formatNumber } from '@kernel/outbox/render/format'
import type { LimitCase, Plan } from '../case'
import { loadFacts } from '../facts'
import { loadCase } from '../store'
import { enforcementDate, notBeforeTold } from '../timing'
import { excessOver, upgradeTarget } from '../usage'
import { RESOURCES } from './texts'

/** The case a message is about, from its parameters. */
export function caseOf(db: ReadDb, { params }: MessageRecord): LimitCase | null {
  return typeof params['case'] === 'string' ? loadCase(db, params['case']) : null
}

const money = (language: Language, minor: unknown, plan: Plan | undefined): string | null =>
  typeof minor === 'number' && plan?.currency != null ? formatMoney(language, minor, plan.currency) : null

/** What the texts' `{{…}}` stand for: facts as they are at hand-over, what is announced as it was decided. */
export function dataFor(db: ReadDb, message: MessageRecord, language: Language, now: number): Record<string, unknown> {
  const { params, account } = message
  const limitCase = caseOf(db, message)
  const facts = loadFacts(db, account, limitCase)
  if (facts === null) throw new Error('message to an account that is gone')
  const zone = limitCase?.zone ?? facts.zone
  const plan = (id: unknown): Plan | undefined => facts.plans.find((one) => one.id === id)
  const from = message.template === 'limits.upgraded' ? (plan(params['from']) ?? facts.plan) : facts.plan
  const shared = {
    plan: from.name,
    over: excessOver(facts.usage, from).map(({ resource, used, limit }) => ({
      what: RESOURCES[language][resource] ?? resource,
      used: formatNumber(language, used),
      limit: formatNumber(language, limit),
    })),
  }
  switch (message.template) {
    case 'limits.warning': {
      const n = Number(params['n'])
      const next = plan(params['plan'])
      const restricts = limitCase?.mode === 'restrict'
      const asks = !restricts && next !== undefined && upgradeTarget(facts).ground === 'consumer_without_consent'
      return {
        ...shared,
        n,
        date: formatDate(language, enforcementDate(n, now, zone, facts.window)),
        next: next?.name ?? '',
        price: money(language, params['price'], next),
        restricts,
        asks,
        upgrades: !restricts && !asks && next !== undefined,
        noPlan: !restricts && next === undefined,
      }
    }
    case 'limits.upgraded': {
      const next = plan(params['to'])
      return { ...shared, next: next?.name ?? '', price: money(language, next?.priceMinor, next) }
    }
    case 'limits.deletion_announced': {
      const on = Math.max(Number(params['on']), notBeforeTold(now, zone))
      const seen = Math.max(limitCase?.restrictedAt ?? 0, facts.lastSeenAt ?? 0)
      return {
        ...shared,
        deletionDate: formatDate(language, localDate(on, zone)),
        restrictedOn: formatDay(language, limitCase?.restrictedAt ?? now, zone),
        seenOn: formatDay(language, seen, zone),
      }
    }
    default:
      return { ...shared, price: money(language, facts.plan.priceMinor, facts.plan) }
  }
}
