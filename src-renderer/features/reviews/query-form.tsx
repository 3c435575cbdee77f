import { useTranslation } from 'react-i18next'
import classes from './deciding.module.css'
import type { FormProps } from './form-props'
import { MessageField } from './message-field'

/** REV-07: what is unclear or missing is asked for first. */
export function QueryForm({ review, draft, onDraft }: FormProps) {
  const { t } = useTranslation('reviews')
  return (
    <div className={classes.fields}>
      <MessageField
        label={t('query.label')}
        kind="query"
        language={review.language}
        value={draft.question}
        onChange={(question) => onDraft({ question })}
        autoFocus
      />
    </div>
  )
}
