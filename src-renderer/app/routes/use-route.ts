import { useCallback, useMemo } from 'react'
import { useSearch } from 'wouter'
import { navigate, useHashLocation } from 'wouter/use-hash-location'
import { parseRoute, pathOf, type Query, type Route } from './route'

/** Where the desk is. */
export function useRoute(): Route {
  const [path] = useHashLocation()
  const search = useSearch()
  return useMemo(() => parseRoute(path, search), [path, search])
}

export function go(route: Route, options: { replace?: boolean } = {}): void {
  navigate(pathOf(route), { replace: options.replace ?? false })
}

/** The screen's own narrowing (tab, filter), kept in the address so that Back brings it back. */
export function useRouteQuery(): [Query, (change: Record<string, string | null>) => void] {
  const route = useRoute()
  const query = route.query ?? {}
  const change = useCallback(
    (patch: Record<string, string | null>) => {
      const next = Object.fromEntries(Object.entries({ ...route.query, ...patch }).filter((entry): entry is [string, string] => entry[1] !== null))
      go({ ...route, query: next }, { replace: true })
    },
    [route],
  )
  return [query, change]
}
