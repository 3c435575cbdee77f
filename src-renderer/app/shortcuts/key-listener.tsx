import { useEffect } from 'react'
import { bridge } from '@/app/bridge/bridge'
import { dispatch } from './dispatch'
import { keyContext } from './key-context'
import { shortcutsNow } from './registry'

/** A sequence such as `G T` is forgotten after this. */
const SEQUENCE_MS = 1500

/** Listens for keys once for the whole window. */
export function useKeyListener(): void {
  useEffect(() => {
    const isMac = bridge().platform === 'darwin'
    let pending: readonly string[] = []
    let forget: ReturnType<typeof setTimeout> | undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
      const outcome = dispatch(event, shortcutsNow(), pending, keyContext(event.target, isMac))
      clearTimeout(forget)
      pending = outcome.pending
      if (pending.length > 0) forget = setTimeout(() => (pending = []), SEQUENCE_MS)
      if (outcome.shortcut === null) return
      event.preventDefault()
      outcome.shortcut.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      clearTimeout(forget)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
