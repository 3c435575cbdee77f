import { noInput, query } from './define'
import type { CaseCause } from './limits'

export interface TodayItem {
  /** Stable word: `messages_unknown`, `messages_failed`, `approvals`, `unreachable`, `import_waiting`, `clock_check`, `directives_failed`, `no_transport`, `plan_awaited`, `step_failed`, `candidates`, `reviews_overdue`, `reviews_due_soon`, `reviews_answered` … */
  kind: string
  count: number
  /** The oldest concerned, ms UTC. */
  since: number | null
  /** One example: a company name, or null. */
  example: string | null
  /** Where it opens: a route of the renderer. */
  target: { screen: 'limits' | 'reviews' | 'messages' | 'accounts' | 'journal' | 'settings' | 'import'; params: Record<string, string> }
  severity: 'bad' | 'warn' | 'info'
  /** True: this operator's roles can act on it. */
  mine: boolean
}

export interface TodayView {
  items: TodayItem[]
  funnel: { day: 1 | 2 | 3 | 4; count: number; trouble: number; troubleKind: string | null }[]
  openCases: number
  byCause: { cause: CaseCause; count: number }[]
  week: { resolved: number; upgraded: number; restricted: number; warnings: number }
  /** Steps per day over the last 14 days, oldest first. */
  history: { date: string; warnings: number; restricted: number; upgraded: number; resolved: number }[]
}

export const todayContract = {
  'today.view': query<TodayView>()('operator', noInput),
} as const
