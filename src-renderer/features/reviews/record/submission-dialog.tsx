import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { asFailure, type CallFailure } from '@/app/bridge/failure'
import { ConfirmDialog } from '@/kit/dialog'
import { useDiscardQuestion } from '@/kit/discard-question'
import { useFormat } from '@/kit/format/use-format'
import { Stepper, type Step } from '@/kit/stepper'
import { tell } from '@/kit/tell'
import { EMPTY, submissionOf, type Field } from './draft'
import { useKept } from './kept'
import type { RecordDialogProps } from './record-dialogs'
import classes from './record.module.css'
import { AcquisitionFields, ConfirmationFields, ContactFields, type StepProps } from './step-fields'
import { StoredPreview } from './stored-preview'
import { isComplete, useLeft, useSteps } from './use-submission'

/** REV-02, REV-08: a submission in the customer's words, in the same three steps. */
export function SubmissionDialog({ row, onClose }: RecordDialogProps) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const draft = useKept(`submission ${row.id}`, EMPTY)
  const steps = useSteps(draft.value)
  const [left, leave] = useLeft()
  const [refused, setRefused] = useState<CallFailure | null>(null)
  const closing = useDiscardQuestion(draft.dirty, onClose, draft.forget)
  const record = useDeskCommand('reviews.record_submission', {
    failures: 'inline',
    onDone: () => {
      draft.forget()
      onClose()
      tell({ tone: 'ok', text: t('recorded', { group: row.groupName }) })
    },
  })
  const [first, second, third] = steps.complete
  const named = (words: readonly string[]): string => format.list(words.map((word) => t(`missing.${missingWord(word, draft.value.method)}` as never)))
  const submit = async (): Promise<void> => {
    setRefused(null)
    try {
      const { method, source } = draft.value
      if (method === null || !(await isComplete(draft.value))) return
      await record.run({ id: row.id, source: source.trim(), submission: submissionOf(draft.value, method) })
    } catch (thrown) {
      setRefused(asFailure(thrown))
    }
  }
  const props: StepProps = {
    draft: draft.value,
    change: draft.change,
    leave,
    problem: (field: Field) => {
      const problem = steps.problems[field]
      return problem !== undefined && (problem.code === 'long' || left.has(field)) ? problem : undefined
    },
  }
  const firstLacks = named([...(draft.value.policyConfirmed ? [] : ['policy_confirmed']), ...(steps.problems.source === undefined ? [] : ['source'])])
  const secondLacks = draft.value.method === null ? t('missing.method') : named(steps.evidenceMissing)
  const items: Step[] = [
    { id: 'confirmation', state: first ? 'done' : 'now', title: t('step.confirmation'), text: <ConfirmationFields {...props} /> },
    {
      id: 'acquisition',
      title: t('step.acquisition'),
      ...(first
        ? { state: second ? 'done' : 'now', text: <AcquisitionFields {...props} steps={steps} /> }
        : { state: 'locked', text: t('locked', { n: 1, missing: firstLacks }) }),
    },
    {
      id: 'contact',
      title: t('step.contact'),
      ...(first && second
        ? { state: third ? 'done' : 'now', text: <ContactFields {...props} /> }
        : {
            state: 'locked',
            text: !first ? t('lockedLater') : secondLacks === '' ? t('lockedWrong', { n: 2 }) : t('lockedAsk', { n: 2, missing: secondLacks }),
          }),
    },
  ]
  const ready = first && second && third
  return (
    <>
      <ConfirmDialog
        opened
        onClose={closing.close}
        title={t('submissionTitle', { group: row.groupName })}
        size={980}
        confirmLabel={t('confirm')}
        confirmDisabled={!ready}
        running={record.running}
        failure={record.failure ?? refused}
        remark={ready ? null : t('notReady', { n: first ? (second ? 3 : 2) : 1 })}
        onConfirm={() => void submit()}
      >
        <div className={classes.columns}>
          <div className={classes.steps}>
            <Stepper steps={items} label={t('steps')} />
          </div>
          <StoredPreview draft={draft.value} row={row} check={steps.check} />
        </div>
      </ConfirmDialog>
      {closing.question}
    </>
  )
}

/** Where any of several would do, they are named together. */
function missingWord(word: string, method: Method | null): string {
  if (word !== 'details') return word
  return method === 'purchase' ? 'anyPurchase' : 'anyOther'
}
