import type { Topic } from '@contract/wire'

/** What else a query shows beside its own topic (the word before the dot). */
const ALSO: Readonly<Record<string, readonly Topic[]>> = {
  workspace: ['access', 'settings'],
  accounts: ['limits', 'plans', 'messages', 'journal', 'feeds'],
  plans: ['accounts'],
  limits: ['accounts', 'plans', 'messages', 'scheduler', 'settings'],
  reviews: ['accounts', 'access', 'settings'],
  reports: ['reviews', 'access', 'settings'],
  sharing: ['accounts', 'plans'],
  messages: ['scheduler', 'settings'],
  journal: [],
  scheduler: ['limits', 'messages', 'directives', 'settings', 'feeds'],
  settings: ['scheduler', 'workspace'],
  feeds: ['scheduler'],
}

/** True when a change of these topics makes the answer of `op` stale. */
export function isTouched(op: string, topics: readonly Topic[]): boolean {
  const own = op.slice(0, op.indexOf('.'))
  if (own === 'today') return topics.length > 0
  const also = ALSO[own] ?? []
  return topics.some((topic) => topic === own || also.includes(topic))
}
