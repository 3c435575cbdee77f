import type { Feature } from '@kernel/feature'
import { accounts } from '@features/accounts/index'
import { scheduler } from '@features/scheduler/index'
import { journal } from '@features/journal/index'

/** Every feature of the desk. Adding one is a line here. */
export const FEATURES: readonly Feature[] = [accounts, scheduler, journal]
