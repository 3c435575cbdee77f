import type { CallFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import classes from './dialog.module.css'

/** A command's failure where the person looks: in the form or dialog. */
export function FailureNote({ failure }: { failure: CallFailure | null }) {
  if (failure === null) return null
  return (
    <p className={classes.failure} role="alert">
      {failureSentence(failure)}
    </p>
  )
}
