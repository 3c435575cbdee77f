import { QueryClient } from '@tanstack/react-query'
import type { Topic } from '@contract/wire'
import { callDesk } from './call'
import { isTouched } from './topics'

/** The desk is local: always "online", never retried behind the person's back, refetched when it says something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 30_000, gcTime: 120_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asks what the first screen stands on before anything is drawn, so that the answer is there when it is. */
export function askFirst(): void {
  void queryClient
    .fetchQuery({ queryKey: ['workspace.status', {}], queryFn: () => callDesk('workspace.status', {}) })
    .then(({ state }) =>
      state === 'ready' ? queryClient.prefetchQuery({ queryKey: ['access.session', {}], queryFn: () => callDesk('access.session', {}) }) : undefined,
    )
    .catch(() => null)
}

/** An import reports a change per chunk; refetching every table each time would starve the desk. */
const GATHER_MS = 400
const gathered = new Set<Topic>()
let timer: ReturnType<typeof setTimeout> | null = null

function refetch(topics: readonly Topic[]): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isTouched(String(queryKey[0]), topics) })
}

/** Refetches what the topics touch: the first change at once, further ones gathered. */
export function topicsChanged(topics: readonly Topic[]): void {
  if (timer !== null) {
    for (const topic of topics) gathered.add(topic)
    return
  }
  refetch(topics)
  timer = setTimeout(() => {
    timer = null
    const late = [...gathered]
    gathered.clear()
    if (late.length > 0) topicsChanged(late)
  }, GATHER_MS)
}
