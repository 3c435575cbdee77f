import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconFileCheck, IconMessageQuestion, IconMessageReply, IconNote, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReviewView, ThreadEntry } from '@contract/reviews'
import type { Tone } from '@/kit/states'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import { Section } from './section'

function lookOf({ kind, outcome, state }: ThreadEntry): readonly [Icon, Tone] {
  if (kind === 'decision') return outcome === 'accept' ? [IconCircleCheck, state === 'stands' ? 'ok' : 'plain'] : [IconCircleX, state === 'stands' ? 'bad' : 'plain']
  const looks = {
    submission: [IconFileCheck, 'plain'],
    question: [IconMessageQuestion, 'warn'],
    answer: [IconMessageReply, 'accent'],
    reopened: [IconArrowBackUp, 'warn'],
    note: [IconNote, 'plain'],
  } as const
  return looks[kind]
}

/** REV-07: what was said about this group, oldest first, earlier rounds too. */
export function Thread({ review }: { review: ReviewView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (review.thread.length === 0) return null
  return (
    <Section title={t('thread.title')} note={format.number(review.thread.length)}>
      <ol className={classes.thread}>
        {review.thread.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

function Entry({ entry }: { entry: ThreadEntry }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const [EntryIcon, tone] = lookOf(entry)
  const { kind, by, outcome, state } = entry
  const what = kind === 'decision' ? t(outcome === 'accept' ? 'thread.accepted' : 'thread.rejected') : t(`thread.${kind}`)
  const who = by ?? (kind === 'submission' || kind === 'answer' ? t('thread.customer') : null)
  return (
    <li data-overtaken={state === 'void' || state === 'reopened' || undefined}>
      <span className={classes.threadIcon} data-tone={tone} aria-hidden>
        <EntryIcon size={15} stroke={1.7} />
      </span>
      <div>
        <p className={classes.threadHead}>
          {who === null ? null : <strong>{who}</strong>} <span>{what}</span> <time dateTime={new Date(entry.at).toISOString()}>{format.dateTime(entry.at)}</time>
          {state === null || state === 'stands' ? null : <span className={classes.chip}>{t(`thread.state.${state}`)}</span>}
        </p>
        {entry.reasons.length === 0 ? null : <p className={classes.reasons}>{entry.reasons.join(' · ')}</p>}
        {entry.text === null ? null : <p className={classes.said}>{entry.text}</p>}
      </div>
    </li>
  )
}
