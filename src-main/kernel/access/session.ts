import type { Language, Role } from '@contract/define'
import type { Actor } from '../unit'

/** Who sits in front of one window (or the command line). Lives in memory only. */
export interface Session {
  readonly operatorId: string
  readonly name: string
  readonly shortName: string
  readonly roles: readonly Role[]
  readonly language: Language
  /** ms UTC of the last input. */
  touchedAt: number
}

/** Sessions by window. */
export interface Sessions {
  of(window: string): Session | null
  start(window: string, session: Session): void
  end(window: string): void
  /** After a change of roles or language; a removed operator's sessions end. */
  refresh(operatorId: string, change: Partial<Pick<Session, 'roles' | 'language' | 'name' | 'shortName'>> | null): void
  /** DSK-07: ends sessions idle longer than `idleMinutes`; returns their windows. */
  endIdle(now: number, idleMinutes: number): string[]
}

export function operatorActor(session: Session): Actor {
  return { kind: 'operator', id: session.operatorId, name: session.name, roles: session.roles }
}

export function makeSessions(): Sessions {
  const windows = new Map<string, Session>()
  return {
    of: (window) => windows.get(window) ?? null,
    start: (window, session) => void windows.set(window, session),
    end: (window) => void windows.delete(window),
    refresh(operatorId, change) {
      for (const [window, session] of windows) {
        if (session.operatorId !== operatorId) continue
        if (change === null) windows.delete(window)
        else windows.set(window, { ...session, ...change })
      }
    },
    endIdle(now, idleMinutes) {
      const ended = [...windows].filter(([, session]) => now - session.touchedAt >= idleMinutes * 60_000).map(([window]) => window)
      for (const window of ended) windows.delete(window)
      return ended
    },
  }
}
