import { IconBan, IconMail, IconMessageQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { ConfirmDialog } from '@/kit/dialog'
import { useDiscardQuestion } from '@/kit/discard-question'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { EmptyState, ErrorState, LoadingState } from '@/kit/state-views'
import { tell } from '@/kit/tell'
import { FieldText } from './field-text'
import { useKept } from './kept'
import { answerProblems } from './problems'
import type { RecordDialogProps } from './record-dialogs'
import classes from './record.module.css'
import { useLeft } from './use-submission'

const EMPTY = { source: '', text: '' }

/** REV-07, REV-08: the customer's answer to the open question, word for word. */
export function AnswerDialog({ row, onClose }: RecordDialogProps) {
  const { t } = useTranslation('record')
  const draft = useKept(`answer ${row.id}`, EMPTY)
  const { source, text } = draft.value
  const review = useDeskQuery('reviews.get', { id: row.id })
  const [left, leave] = useLeft()
  const closing = useDiscardQuestion(draft.dirty, onClose, draft.forget)
  const record = useDeskCommand('reviews.record_answer', {
    failures: 'inline',
    onDone: () => {
      draft.forget()
      onClose()
      tell({ tone: 'ok', text: t('answered', { group: row.groupName }) })
    },
  })
  const problems = answerProblems(source, text)
  const told = (field: 'source' | 'text') => (left.has(field) || problems[field]?.code === 'long' ? problems[field] : undefined)
  const open = review.data?.state === 'query'
  const ready = open && problems.source === undefined && problems.text === undefined
  return (
    <>
      <ConfirmDialog
        opened
        onClose={closing.close}
        title={t('answerTitle', { group: row.groupName })}
        size={620}
        confirmLabel={t('answerConfirm')}
        confirmDisabled={!ready}
        running={record.running}
        failure={record.failure}
        remark={ready ? null : t('answerNotReady')}
        onConfirm={() => void record.run({ id: row.id, source: source.trim(), text })}
      >
        {review.error !== null ? (
          <ErrorState title={t('unreadable')} failure={review.error} onRetry={() => void review.refetch()} />
        ) : review.data === undefined ? (
          <LoadingState />
        ) : open ? (
          <Question text={review.data.thread.findLast(({ kind, state }) => kind === 'question' && state !== 'undone' && state !== 'void')} />
        ) : (
          <EmptyState icon={IconMessageQuestion} title={t('noQuestion')} text={t('noQuestionText')} />
        )}
        <FieldText
          label={t('source')}
          description={t('sourceText')}
          placeholder={t('sourceExample')}
          value={source}
          first
          problem={told('source')}
          onLeave={() => leave('source')}
          onChange={(next) => draft.change({ source: next })}
        />
        <FieldText
          label={t('answerText')}
          description={t('answerHint')}
          rows={5}
          value={text}
          problem={told('text')}
          onLeave={() => leave('text')}
          onChange={(next) => draft.change({ text: next })}
        />
        <div className={classes.notes}>
          <Banner icon={IconMail}>{t('verbatim', { company: row.company, language: t(`reviews:language.${row.language}`) })}</Banner>
          <Banner icon={IconBan}>{t('barred')}</Banner>
        </div>
      </ConfirmDialog>
      {closing.question}
    </>
  )
}

function Question({ text: question }: { text: { at: number; text: string | null; by: string | null } | undefined }) {
  const { t } = useTranslation('record')
  const format = useFormat()
  if (question === undefined) return null
  return (
    <figure className={classes.question}>
      <figcaption>{t('asked', { at: format.dateTimeFull(question.at), by: question.by ?? '–' })}</figcaption>
      <blockquote data-selectable>{question.text}</blockquote>
    </figure>
  )
}
