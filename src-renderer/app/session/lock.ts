import { create } from 'zustand'
import { callDesk } from '@/app/bridge/call'
import { queryClient } from '@/app/bridge/client'
import { asFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import { tell } from '@/kit/tell'

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
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access.session' && queryKey[0] !== 'workspace.status' })
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
