import type { Language } from './define'

/** The channels between a window's preload and the host; there are no others. Apart from host.ts, so that the preload carries no zod. */
export const HOST_CHANNELS = {
  /** Window → host, answered: one operation of `hostContract`. */
  operation: 'reeve:host',
  /** Window → host: the page is loaded anew and wants its port to the desk. */
  connect: 'reeve:connect',
  /** Host → window: the window's end of its port to the desk, in `ports[0]`. */
  port: 'reeve:port',
  /** Host → window: a DeskEvent. */
  event: 'reeve:event',
  /** Window → host, answered at once: WindowStart. */
  start: 'reeve:start',
} as const

/** What the host tells a page as it loads. */
export interface WindowStart {
  /** What `host.remember` kept, by key. */
  readonly preferences: Readonly<Record<string, string>>
  /** Started to show the demo (`--demo`), made in this language; null for the workspace itself. */
  readonly demo: Language | null
}
