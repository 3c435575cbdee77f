import { DepartureField } from './departure-field'
import classes from './deciding.module.css'
import { EvidenceTicks } from './evidence-ticks'
import type { FormProps } from './form-props'

/** REV-07: the evidence looked at, and a reason where earlier verdicts said otherwise. */
export function AcceptForm({ parts, look, draft, onDraft, departs, departureRef }: FormProps) {
  return (
    <div className={classes.fields}>
      <EvidenceTicks parts={parts} ticked={look.ticked} onTick={look.tick} keys />
      {departs ? <DepartureField value={draft.departure} onChange={(departure) => onDraft({ departure })} fieldRef={departureRef} /> : null}
    </div>
  )
}
