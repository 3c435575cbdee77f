import { Checkbox } from '@mantine/core'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { KeyHint } from '@/kit/key-hint'
import { DepartureField } from './departure-field'
import classes from './deciding.module.css'
import { EvidenceTicks } from './evidence-ticks'
import type { FormProps } from './form-props'
import { MessageField } from './message-field'

/** REV-07, REV-20: reasons of the policy catalogue and an explanation; the guidance of the reason in focus is read beneath. */
export function RejectForm({ review, parts, look, draft, onDraft, departs, departureRef }: FormProps) {
  const { t } = useTranslation('reviews')
  const guidanceId = useId()
  const reasons = usePolicyReasons()
  const [focused, setFocused] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const guidance = reasons.find(({ id }) => id === (pointed ?? focused ?? draft.reasons.at(-1)))?.guidance
  const toggle = (id: string, on: boolean): void => onDraft({ reasons: on ? [...draft.reasons, id] : draft.reasons.filter((one) => one !== id) })
  return (
    <div className={classes.fields}>
      <fieldset className={classes.reasons}>
        <legend>{t('reject.reasons')}</legend>
        <div className={classes.reasonList} onKeyDown={moveAmong}>
          {reasons.map(({ id, title }, index) => (
            <Checkbox
              key={id}
              size="xs"
              {...(index === 0 ? { 'data-first': true } : {})}
              tabIndex={id === (focused ?? reasons[0]?.id) ? 0 : -1}
              checked={draft.reasons.includes(id)}
              aria-describedby={guidanceId}
              onFocus={() => setFocused(id)}
              onMouseEnter={() => setPointed(id)}
              onMouseLeave={() => setPointed(null)}
              onChange={(event) => {
                setFocused(id)
                toggle(id, event.currentTarget.checked)
              }}
              label={
                <span className={classes.tick}>
                  {title}
                  {index < 9 ? <KeyHint keys={String(index + 1)} /> : null}
                </span>
              }
            />
          ))}
        </div>
        <p id={guidanceId} className={classes.guidance}>
          {guidance ?? t('reject.guidance')}
        </p>
      </fieldset>
      <MessageField
        label={t('reject.explanation')}
        kind="reject"
        language={review.language}
        value={draft.explanation}
        onChange={(explanation) => onDraft({ explanation })}
        autoFocus={false}
      />
      <EvidenceTicks parts={parts} ticked={look.ticked} onTick={look.tick} keys={false} />
      {departs ? <DepartureField value={draft.departure} onChange={(departure) => onDraft({ departure })} fieldRef={departureRef} /> : null}
    </div>
  )
}

/** One stop for Tab; arrows go through the reasons. */
function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const boxes = [...event.currentTarget.querySelectorAll('input')]
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step]
  event.preventDefault()
  next?.focus()
}

/** In the reader's own language, in the catalogue's order; the first nine have keys. */
export function usePolicyReasons() {
  return (useDeskQuery('reviews.policy', {}).data?.reasons ?? []).filter(({ active }) => active)
}
