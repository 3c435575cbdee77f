import i18next from 'i18next'
import type { CaseRow } from '@contract/limits'
import { codeInWords } from '@/app/bridge/sentences'
import { problemInWords } from '@/features/messages'
import { formatParam } from '@/kit/format/params'
import type { StateName } from '@/kit/states'
import { zoneCity, type Formatters } from '@/kit/format/formatters'
import { lastSent, nextWarning } from './case-marks'

export interface NextLine {
  text: string
  /** Gives the line an icon; null: nothing out of the ordinary. */
  state: StateName | null
}

const say = (key: string, params: Record<string, unknown> = {}): string => i18next.t(`limits:${key}` as never, params) as string

/** A resource in words; one that Reeve has never heard of shows its own name. */
export function resourceName(resource: string): string {
  return codeInWords('limits:resource', resource)
}

const KNOWN = ['contacts', 'campaigns', 'funnels', 'automations', 'domains']

/** The well-known resources first, contacts before all, then by name. */
export function byResource(a: string, b: string): number {
  const rank = (resource: string): number => (KNOWN.includes(resource) ? KNOWN.indexOf(resource) : KNOWN.length)
  return rank(a) - rank(b) || a.localeCompare(b)
}

export function resourceShort(resource: string): string {
  const key = `limits:resourceShort.${resource}`
  return i18next.exists(key) ? (i18next.t(key as never) as string) : resourceName(resource)
}

function isToday(at: number, now: number, zone: string, format: Formatters): boolean {
  return format.isoDate(at, zone) === format.isoDate(now, zone)
}

/** The step that comes next and when, without the reason (LIM-12). */
export function nextLine(row: CaseRow, now: number, format: Formatters): NextLine {
  const n = nextWarning(row)
  const at = row.nextAt === null ? null : format.when(row.nextAt, now, row.zone)
  const plan = row.nextPlanName
  if (row.state === 'resolved' || row.state === 'moot') {
    return { text: say(`next.${row.state}`, { at: row.closedAt === null ? '' : format.dateTime(row.closedAt) }), state: row.state }
  }
  if (row.state === 'enforced' && row.closedAt !== null)
    return { text: say('next.upgraded', { at: format.dateTime(row.closedAt) }), state: 'upgraded' }
  if (row.state === 'enforced') return { text: say('next.enforced'), state: 'restricted' }
  if (row.state === 'unreachable') return { text: say('next.unreachable'), state: 'bounced' }
  if (row.state === 'approval') {
    return { text: plan === null ? say('next.approvalNoPlan') : say(`next.approval_${row.approvalGround ?? 'plain'}`, { plan }), state: 'approval' }
  }
  const words = {
    warning: () => say(at === null ? 'next.warningOpen' : 'next.warning', { n: n ?? 3, at }),
    restrict: () => say(at === null ? 'next.restrictOpen' : 'next.restrict', { at }),
    upgrade: () => say(plan === null ? 'next.upgradeUnnamed' : at === null ? 'next.upgradeOpen' : 'next.upgrade', { plan, at: at ?? '' }),
    none: () => say('next.none'),
  }[row.nextStep]()
  return { text: words, state: lineState(row, now, format) }
}

function lineState(row: CaseRow, now: number, format: Formatters): StateName | null {
  if (row.state === 'paused') return 'paused'
  if (row.waitsFor === 'mail_retry') return 'retry'
  if (row.waitsFor === 'mail_failed') return 'failed'
  if (row.waitsFor === 'mail_unknown') return 'unknown'
  if (row.waitsFor === 'no_transport') return 'noMailServer'
  if (row.waitsFor === 'clock_check') return 'clockCheck'
  if (row.waitsFor === 'admin') return 'waits'
  if (row.waitsFor === 'scheduler_paused') return 'schedulerPaused'
  if (row.nextAt === null || !isToday(row.nextAt, now, row.zone, format)) return null
  if (row.nextStep === 'restrict') return 'enforcementDue'
  return row.nextStep === 'upgrade' ? 'upgraded' : null
}

function waitKey(row: CaseRow, now: number, format: Formatters): string {
  const { waitsFor, nextStep } = row
  if (waitsFor === 'approval') return `approval_${row.approvalGround ?? 'plain'}`
  if (waitsFor === 'nothing') {
    if (row.state === 'enforced' && row.closedAt !== null) return 'nothing_upgraded'
    return typeof row.waitsParams['candidateOn'] === 'number' ? 'nothing_candidateOn' : `nothing_${row.state}`
  }
  if (waitsFor === 'pause') return typeof row.waitsParams['reason'] === 'string' && row.waitsParams['reason'] !== '' ? 'pauseReason' : 'pause'
  if (waitsFor === 'mail_retry') return row.waitsParams['problem'] == null ? 'mail_retry' : 'mail_retryProblem'
  if (waitsFor !== 'clock') return waitsFor
  if (nextStep === 'warning') {
    if (lastSent(row) === null) return 'clockFirst'
    return row.nextAt !== null && isToday(row.nextAt, now, row.zone, format) ? 'clockWarningToday' : 'clockWarning'
  }
  return row.nextAt !== null && isToday(row.nextAt, now, row.zone, format) ? 'clockToday' : 'clockLater'
}

/** A time in the account's zone; the line above names the city already. */
function localTime(at: number | null, row: CaseRow, now: number, format: Formatters): string {
  return at === null ? '–' : format.when(at, now, row.zone).replace(` ${zoneCity(row.zone)}`, '')
}

/** LIM-15: in one sentence, what the next step waits for. */
export function whyNotToday(row: CaseRow, now: number, format: Formatters): string {
  const last = lastSent(row)
  const n = nextWarning(row)
  const given = Object.fromEntries(
    Object.entries(row.waitsParams)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, formatParam(name, value)]),
  )
  return say(`wait.${waitKey(row, now, format)}`, {
    n: n ?? 3,
    lastN: last?.n ?? 0,
    sent: localTime(last?.sentAt ?? null, row, now, format),
    opened: localTime(row.openedAt, row, now, format),
    at: localTime(row.nextAt, row, now, format),
    closed: row.closedAt === null ? '–' : format.dateTime(row.closedAt),
    plan: row.nextPlanName ?? '–',
    ...given,
    until: row.pausedUntil === null ? '–' : format.date(row.pausedUntil),
    ...(typeof row.waitsParams['candidateOn'] === 'number'
      ? { candidateOn: format.date(format.isoDate(row.waitsParams['candidateOn'], row.zone)) }
      : {}),
    ...(typeof row.waitsParams['problem'] === 'string' ? { problem: problemInWords(row.waitsParams['problem']) } : {}),
  })
}

/** A step of the process as the scheduler reports it: `warn 2` as "Warning 2". */
export function stepTitle(step: string): string {
  const [name = step, n = ''] = step.split(' ')
  const key = `limits:step.${name}`
  return i18next.exists(key) ? (i18next.t(key as never, { n }) as string) : step
}

/** The cause beside the plan: "Free, cancelled to Free" (LIM-02). */
export function planAndCause(row: Pick<CaseRow, 'planName' | 'cause'>): string {
  return say('planAndCause', { plan: row.planName, cause: codeInWords('limits:causeShort', row.cause) })
}
