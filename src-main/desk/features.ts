import { accounts } from '@features/accounts/index'
import { cancellation } from '@features/cancellation/index'
import { journal } from '@features/journal/index'
import { limits } from '@features/limits/index'
import { messages } from '@features/messages/index'
import { retention } from '@features/retention/index'
import { reviews } from '@features/reviews/index'
import { scheduler } from '@features/scheduler/index'
import { segments } from '@features/segments/index'
import { sharing } from '@features/sharing/index'
import { today } from '@features/today/index'
import { access } from '@kernel/access/index'
import type { Feature } from '@kernel/feature'
import { feeds } from '@kernel/feeds/index'
import { workspaceCreated } from './workspace-events'

/** Every feature of the desk. Adding one is a line here. */
export const FEATURES: readonly Feature[] = [
  { name: 'workspace', events: [workspaceCreated] },
  access,
  scheduler,
  journal,
  feeds,
  accounts,
  limits,
  reviews,
  segments,
  sharing,
  retention,
  cancellation,
  messages,
  today,
]
