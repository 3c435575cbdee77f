import {
  IconAdjustments, IconArrowBackUp, IconBan, IconBuilding, IconCalendarTime, IconCheck, IconCircleArrowUp, IconCircleCheck, IconClockCheck, IconClockExclamation, IconFileImport, IconGauge,
  IconLock, IconLockOpen, IconMail, IconMailX, IconNote, IconPlayerPause, IconPlayerPlay, IconReceipt, IconRefresh, IconRubberStamp, IconSend, IconSettings,
  IconTrash, IconUser, IconUserMinus, IconUserPlus, type Icon,
} from '@tabler/icons-react'
import type { Tone } from '@/kit/states'

type Look = readonly [Icon, Tone]

const LOOKS: Readonly<Record<string, Look>> = {
  'limits.opened': [IconGauge, 'warn'],
  'limits.warning_bounced': [IconMailX, 'bad'],
  'limits.stopped': [IconMailX, 'bad'],
  'limits.restarted': [IconRefresh, 'plain'],
  'limits.paused': [IconPlayerPause, 'plain'],
  'limits.resumed': [IconPlayerPlay, 'plain'],
  'limits.rescheduled': [IconCalendarTime, 'plain'],
  'limits.approval_asked': [IconRubberStamp, 'warn'],
  'limits.approved': [IconRubberStamp, 'ok'],
  'limits.restricted': [IconLock, 'bad'],
  'limits.upgraded': [IconCircleArrowUp, 'ok'],
  'limits.resolved': [IconCircleCheck, 'ok'],
  'limits.mooted': [IconBan, 'plain'],
  'limits.plan_reverted': [IconArrowBackUp, 'plain'],
  'limits.deletion_announced': [IconMail, 'warn'],
  'limits.deletion_bounced': [IconMailX, 'bad'],
  'limits.became_candidate': [IconUserMinus, 'warn'],
  'limits.candidacy_dropped': [IconUserPlus, 'plain'],
  'accounts.reason_added': [IconLock, 'bad'],
  'accounts.reason_lifted': [IconLockOpen, 'ok'],
  'accounts.plan_decided': [IconReceipt, 'plain'],
  'accounts.plan_confirmed': [IconCheck, 'ok'],
  'access.operator_added': [IconUserPlus, 'plain'],
  'access.operator_removed': [IconUserMinus, 'plain'],
  'scheduler.paused': [IconPlayerPause, 'warn'],
  'scheduler.resumed': [IconPlayerPlay, 'ok'],
  'scheduler.clock_doubted': [IconClockExclamation, 'bad'],
  'scheduler.clock_confirmed': [IconClockCheck, 'ok'],
  'messages.marked_delivered': [IconCheck, 'ok'],
  'messages.sent_again': [IconSend, 'plain'],
  'messages.failed': [IconMailX, 'bad'],
  'messages.bounced': [IconMailX, 'bad'],
  'plans.removed': [IconTrash, 'plain'],
  'feeds.released': [IconCheck, 'ok'],
}

const FAMILIES: readonly (readonly [RegExp, Look])[] = [
  [/^limits\.(warn|deletion)/, [IconMail, 'plain']],
  [/^limits\./, [IconGauge, 'plain']],
  [/^messages?\./, [IconMail, 'plain']],
  [/^(directives?|notices?)\./, [IconSend, 'plain']],
  [/^accounts?\./, [IconBuilding, 'plain']],
  [/^plans?\./, [IconReceipt, 'plain']],
  [/^access\./, [IconUser, 'plain']],
  [/^(feeds?|imports?|facts?)\./, [IconFileImport, 'plain']],
  [/^settings\./, [IconSettings, 'plain']],
  [/^(scheduler|workspace)\./, [IconAdjustments, 'plain']],
]

/** Icon and tone of a kind of event; its family's for kinds not listed. */
export function eventLook(kind: string): Look {
  return LOOKS[kind] ?? FAMILIES.find(([pattern]) => pattern.test(kind))?.[1] ?? [IconNote, 'plain']
}
