import { createContext, useContext } from 'react'
import type { Role } from '@contract/define'
import type { SessionView } from '@contract/access'

export const SessionContext = createContext<SessionView | null>(null)

/** Who is signed in. Only inside the frame, where somebody is. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession outside of a session')
  return session
}

/** The role that says most about what a person may do here. */
export function mainRole(roles: readonly Role[]): Role {
  return (['admin', 'reviewer', 'support'] as const).find((role) => roles.includes(role)) ?? 'support'
}

/** True when the operator has one of the roles. The desk checks again; this only decides what is offered. */
export function useMay(roles: readonly Role[]): boolean {
  return useSession().roles.some((role) => roles.includes(role))
}
