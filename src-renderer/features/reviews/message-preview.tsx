import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Outcome, ReviewView } from '@contract/reviews'
import { failureSentence } from '@/app/bridge/sentences'
import { useDeskQuery } from '@/app/bridge/queries'
import classes from './deciding.module.css'
import type { Draft } from './use-drafts'

const TYPED_MS = 300
/** Lines of a mail end after so many characters at the latest; one that is nearly as long goes on in the next. */
const LONG_LINE = /([^\n]{56,})\n(?=[^\s-])/g

/** As it flows in a window: mail breaks its lines for those that don’t. */
const flowing = (text: string): string => text.replace(LONG_LINE, '$1 ')

export const messageOf = (outcome: Outcome, draft: Draft): string =>
  outcome === 'query' ? draft.question : outcome === 'reject' ? draft.explanation : ''

/** What would be sent, a moment after the last key. */
export function usePreview({ id }: Pick<ReviewView, 'id'>, outcome: Outcome | null, draft: Draft) {
  const text = outcome === null ? '' : messageOf(outcome, draft)
  const reasons = outcome === 'reject' ? [...draft.reasons] : []
  const [asked] = useDebouncedValue(JSON.stringify({ text, reasons }), TYPED_MS)
  return useDeskQuery(
    'reviews.preview',
    { id, outcome: outcome ?? 'accept', ...(JSON.parse(asked) as { text: string; reasons: string[] }) },
    { enabled: outcome !== null, keepPrevious: true },
  )
}

/** MSG-04: the message in the customer's language, with this review's own data. */
export function MessagePreview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const { t } = useTranslation('reviews')
  const { data, error } = preview
  return (
    <section className={classes.preview} aria-label={t('preview.label')}>
      <h3>
        {t('preview.label')}
        {data === undefined ? null : <span>{t(`language.${data.language}`)}</span>}
      </h3>
      {error === null ? null : <p className={classes.previewNote}>{failureSentence(error)}</p>}
      {data === undefined ? null : (
        <div className={classes.previewBody} lang={data.language} tabIndex={0}>
          <strong>{data.subject}</strong>
          <p>{flowing(data.text)}</p>
        </div>
      )}
    </section>
  )
}
