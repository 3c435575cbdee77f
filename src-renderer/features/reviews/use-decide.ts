import { useQueryClient } from '@tanstack/react-query'
import type { Outcome, ReviewView } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import type { CallFailure } from '@/app/bridge/failure'
import type { Draft } from './use-drafts'

export interface Decided {
  decisionId: string
  /** ms UTC on the workspace clock. */
  effectiveAt: number
  outcome: Outcome
  review: ReviewView
}

export interface Decide {
  run: (outcome: Outcome, draft: Draft, ticked: ReadonlySet<string>) => Promise<void>
  running: boolean
  failure: CallFailure | null
  reset: () => void
}

/** Gives a verdict on the version that was looked at; the desk decides whether it may be given. */
export function useDecide(review: ReviewView, onDecided: (decided: Decided) => void): Decide {
  const client = useQueryClient()
  const options = { failures: 'inline' } as const
  const accept = useDeskCommand('reviews.accept', options)
  const query = useDeskCommand('reviews.query', options)
  const reject = useDeskCommand('reviews.reject', options)
  const commands = [accept, query, reject]
  const { id, version } = review

  const send = (outcome: Outcome, draft: Draft, ticked: ReadonlySet<string>) => {
    const evidence = [...ticked]
    const departure = draft.departure.trim() || null
    if (outcome === 'accept') return accept.run({ id, version, evidence, departure })
    if (outcome === 'query') return query.run({ id, version, question: draft.question.trim() })
    return reject.run({ id, version, evidence, reasons: [...draft.reasons], explanation: draft.explanation.trim(), departure })
  }
  return {
    run: async (outcome, draft, ticked) => {
      for (const command of commands) command.reset()
      const done = await send(outcome, draft, ticked)
      // Refused: what the screen stands on is no longer so.
      if (done === null) void client.invalidateQueries({ queryKey: ['reviews.get', { id }] })
      else onDecided({ ...done, outcome, review })
    },
    running: commands.some(({ running }) => running),
    failure: commands.find(({ failure }) => failure !== null)?.failure ?? null,
    reset: () => {
      for (const command of commands) command.reset()
    },
  }
}
