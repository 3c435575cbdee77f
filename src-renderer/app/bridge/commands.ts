import { useCallback, useRef, useState } from 'react'
import type { CommandName, Input, Output } from '@contract/index'
import type { Progress } from '@contract/wire'
import { callDesk, newCommandId } from './call'
import { asFailure, type CallFailure } from './failure'
import { tell } from '@/kit/tell'
import { failureSentence } from './sentences'

export interface DeskCommandOptions<K extends CommandName> {
  onDone?: (output: Output<K>, input: Input<K>) => void
  /** `toast` tells the failure at the window's edge; `inline` leaves it to the form (`failure`). */
  failures?: 'toast' | 'inline'
}

export interface DeskCommand<K extends CommandName> {
  /** Resolves to the output, or to null when it failed. */
  run: (input: Input<K>) => Promise<Output<K> | null>
  /** Sends the last attempt again under its command id, so that a lost answer is not done twice. */
  retry: () => Promise<Output<K> | null>
  cancel: () => void
  reset: () => void
  running: boolean
  progress: Progress | null
  failure: CallFailure | null
}

/** Has the desk decide something. One attempt has one command id. */
export function useDeskCommand<K extends CommandName>(op: K, options: DeskCommandOptions<K> = {}): DeskCommand<K> {
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const attempt = useRef<{ input: Input<K>; commandId: string } | null>(null)
  const abort = useRef<AbortController | null>(null)
  const latest = useRef(options)
  latest.current = options

  const send = useCallback(async (): Promise<Output<K> | null> => {
    const current = attempt.current
    if (current === null) return null
    const controller = new AbortController()
    abort.current = controller
    setRunning(true)
    setFailure(null)
    setProgress(null)
    try {
      const output = await callDesk(op, current.input, { commandId: current.commandId, onProgress: setProgress, signal: controller.signal })
      latest.current.onDone?.(output, current.input)
      return output
    } catch (thrown) {
      const caught = asFailure(thrown)
      setFailure(caught)
      if ((latest.current.failures ?? 'toast') === 'toast') tell({ tone: 'bad', text: failureSentence(caught) })
      return null
    } finally {
      setRunning(false)
    }
  }, [op])

  const run = useCallback(
    (input: Input<K>) => {
      attempt.current = { input, commandId: newCommandId() }
      return send()
    },
    [send],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  const reset = useCallback(() => setFailure(null), [])
  return { run, retry: send, cancel, reset, running, progress, failure }
}
