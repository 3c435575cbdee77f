import { useEffect } from 'react'
import { create } from 'zustand'
import { bridge } from './bridge/bridge'
import { queryClient, topicsChanged } from './bridge/client'
import { sessionEnded } from './session/lock'
import { runShortcut } from './shortcuts'

/** How the desk process is: `well`, gone and being restarted, back just now, or given up on. */
export type DeskHealth = 'well' | 'lost' | 'restarted' | 'failed'
export const useDeskHealth = create<{ health: DeskHealth }>(() => ({ health: 'well' }))

/** How long "back" stays on screen. */
const BACK_MS = 8000

/** Listens to desk and host for the whole window. */
export function useDeskEvents(): void {
  useEffect(() => {
    let calm: ReturnType<typeof setTimeout> | undefined
    const stop = bridge().subscribe((event) => {
      if (event.type === 'changed') topicsChanged(event.topics)
      if (event.type === 'locked') sessionEnded('idle')
      if (event.type === 'menu') runShortcut(event.id)
      if (event.type !== 'desk') return
      clearTimeout(calm)
      useDeskHealth.setState({ health: event.state })
      if (event.state !== 'restarted') return
      void queryClient.invalidateQueries()
      calm = setTimeout(() => useDeskHealth.setState({ health: 'well' }), BACK_MS)
    })
    return () => {
      clearTimeout(calm)
      stop()
    }
  }, [])
}
