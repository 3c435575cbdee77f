import type { SignalView } from '@contract/reviews'
import type { SignalFacts } from './facts'
import { signal } from './seen'

/** In fewer addresses a share says nothing. */
const SMALLEST = 20
/** Per cent from which on there are some, and many. */
const ROLES = { some: 3, many: 10 }
const MALFORMED = { many: 2 }

/** Per cent with one decimal. */
export const shareOf = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10

/** Addresses of functions (info@, sales@): bought lists and directories are full of them. Null: no sample. */
export function sampleRolesSignal({ sample }: SignalFacts): SignalView | null {
  if (sample === null || sample.addresses <= 0) return null
  const { roleAddresses: roles, addresses } = sample
  const percent = shareOf(roles, addresses)
  const params = { roles, addresses, percent }
  if (addresses < SMALLEST) return signal('sample_roles', 'small_sample', params)
  return signal('sample_roles', percent >= ROLES.many ? 'many' : percent >= ROLES.some ? 'some' : 'few', params)
}

/** Addresses that nobody can have typed into a form and confirmed. Null: no sample. */
export function sampleMalformedSignal({ sample }: SignalFacts): SignalView | null {
  if (sample === null || sample.addresses <= 0) return null
  const { malformed, addresses } = sample
  const percent = shareOf(malformed, addresses)
  const params = { malformed, addresses, percent }
  if (addresses < SMALLEST) return signal('sample_malformed', 'small_sample', params)
  return signal('sample_malformed', malformed === 0 ? 'none' : percent >= MALFORMED.many ? 'many' : 'few', params)
}
