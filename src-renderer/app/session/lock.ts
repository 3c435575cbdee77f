import { create } from 'zustand'
import { callDesk } from '@/app/bridge/call'
import { queryClient } from '@/app/bridge/client'
import { asFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { tell } from '@/kit/tell'

/** What the window itself stands on: who is signed in, and to what. */
const KEPT = new Set(['access.session', 'workspace.status'])

interface LockState {
  /** Why sign-in is shown; null: nobody has signed in yet. */
  ground: 'locked' | 'idle' | 'signed_out' | null
  /** Who was signed in, to be offered first. */
  operatorId: string | null
}

export const useLock = create<LockState>(() => ({ ground: null, operatorId: null }))

/** Shows sign-in, and drops everything that was read: no customer's data stays behind a locked window. */
export function sessionEnded(ground: NonNullable<LockState['ground']>): void {
  useLock.setState({ ground })
  queryClient.setQueryData(['access.session', {}], null)
  queryClient.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) })
}

/** Another workspace was opened: nothing of the one before may be seen, nor the place in it. */
export function workspaceSwitched(): void {
  useLock.setState({ ground: null, operatorId: null })
  go({ screen: 'today' }, { replace: true })
  queryClient.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) })
  void queryClient.invalidateQueries()
}

/** Ctrl L, and the menu's sign out. */
export async function endSession(how: 'lock' | 'sign_out'): Promise<void> {
  try {
    await callDesk(how === 'lock' ? 'access.lock' : 'access.sign_out', {})
  } catch (thrown) {
    return tell({ tone: 'bad', text: failureSentence(asFailure(thrown)) })
  }
  sessionEnded(how === 'lock' ? 'locked' : 'signed_out')
}
