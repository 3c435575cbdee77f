import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconClockExclamation,
  IconFileImport,
  IconHandStop,
  IconHourglass,
  IconListDetails,
  IconMailX,
  IconMessageQuestion,
  IconMessageReply,
  IconQuestionMark,
  IconRubberStamp,
  IconSend,
  IconServerOff,
  IconUserMinus,
  type Icon,
} from '@tabler/icons-react'
import i18next from 'i18next'
import type { TodayItem } from '@contract/today'
import type { Route } from '@/app/routes/route'
import { parseRoute } from '@/app/routes/route'
import type { Formatters } from '@/kit/format/formatters'

const ICONS: Readonly<Record<string, Icon>> = {
  messages_unknown: IconQuestionMark,
  messages_failed: IconMailX,
  approvals: IconRubberStamp,
  unreachable: IconMailX,
  import_waiting: IconFileImport,
  clock_check: IconClockExclamation,
  directives_failed: IconSend,
  no_transport: IconServerOff,
  plan_awaited: IconHourglass,
  step_failed: IconAlertTriangle,
  candidates: IconUserMinus,
  reviews_overdue: IconClockExclamation,
  reviews_due_soon: IconHourglass,
  reviews_handed_over: IconArrowForwardUp,
  reviews_silent: IconMessageQuestion,
  reviews_answered: IconMessageReply,
  reviews_claimed: IconHandStop,
  reviews_incomplete: IconListDetails,
}

export function itemIcon(kind: string): Icon {
  return ICONS[kind] ?? IconAlertTriangle
}

/** "3 messages with unknown outcome"; a kind that Reeve has never heard of shows itself with its count. */
export function itemTitle({ kind, count }: TodayItem, format: Formatters): string {
  const known = i18next.exists(`today:item.${kind}_other`)
  return known ? i18next.t(`today:item.${kind}`, { count, number: format.number(count) }) : `${kind}: ${format.number(count)}`
}

/** What it means, and one example. */
export function itemNote({ kind, example, count }: TodayItem): string {
  const parts: string[] = []
  if (i18next.exists(`today:note.${kind}`)) parts.push(i18next.t(`today:note.${kind}`))
  if (example !== null) parts.push(count > 1 ? i18next.t('today:example', { company: example }) : example)
  return parts.join(' · ')
}

/** The place an item leads to. */
export function itemRoute({ target: { screen, params } }: TodayItem): Route {
  if (screen === 'accounts' && params['id'] !== undefined) return { screen: 'account', id: params['id'] }
  if (screen === 'settings') return parseRoute(`/settings/${params['tab'] ?? ''}`, '')
  if (screen === 'messages') return { screen, query: { ...params, tab: params['tab'] ?? params['state'] ?? 'work' } }
  return { screen, query: params }
}
