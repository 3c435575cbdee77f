import { useMemo } from 'react'
import { useDeskQuery } from '@/app/bridge/queries'

/** Plan names by internal uuid, for entries that speak of plans. */
export function usePlanNames(): ReadonlyMap<string, string> {
  const plans = useDeskQuery('plans.list', {})
  return useMemo(() => new Map((plans.data ?? []).map(({ id, name }) => [id, name])), [plans.data])
}
