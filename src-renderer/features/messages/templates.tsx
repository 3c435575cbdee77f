import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/define'
import { useDeskQuery } from '@/app/bridge/queries'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { EmptyState, ErrorState, LoadingState } from '@/kit/state-views'
import { RuleTag } from '@/kit/timeline'
import { MailBody, useMailPart } from './mail-body'
import { templateName } from './message-name'
import classes from './messages.module.css'

/** MSG-04: every message in every language, with sample data. */
export function Templates() {
  const { t, i18n } = useTranslation('messages')
  const templates = useDeskQuery('messages.templates', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [language, setLanguage] = useState<Language>(() => LANGUAGES.find((one) => one === i18n.language) ?? 'en')
  const template = chosen ?? templates.data?.[0]?.template ?? null
  if (templates.error !== null) return <ErrorState title={t('templates.error')} failure={templates.error} onRetry={() => void templates.refetch()} />
  if (templates.data === undefined) return <LoadingState lines={5} />
  if (template === null) return <EmptyState title={t('templates.empty')} />
  return (
    <div className={classes.templates}>
      <ul className={classes.templateList} aria-label={t('tab.templates')}>
        {templates.data.map(({ template: name, rule }) => (
          <li key={name}>
            <button type="button" className={classes.template} aria-pressed={name === template} onClick={() => setChosen(name)}>
              <span>{templateName(name)}</span>
              <RuleTag rule={rule} />
            </button>
          </li>
        ))}
      </ul>
      <Preview template={template} language={language} onLanguage={setLanguage} />
    </div>
  )
}

function Preview({ template, language, onLanguage }: { template: string; language: Language; onLanguage: (language: Language) => void }) {
  const { t } = useTranslation('messages')
  const [part, setPart] = useMailPart()
  const preview = useDeskQuery('messages.preview', { template, language }, { keepPrevious: true })
  return (
    <div className={classes.preview}>
      <header className={classes.detailHead}>
        <h2 className={classes.subject}>{preview.data?.subject ?? templateName(template)}</h2>
        <span className={classes.quiet}>{t('templates.sample')}</span>
      </header>
      {preview.error === null ? null : (
        <ErrorState title={t('templates.previewError')} failure={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {preview.data === undefined ? null : (
        <MailBody html={preview.data.html} text={preview.data.text} part={part} onPart={setPart}>
          <Select
            aria-label={t('templates.language')}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={language}
            onChange={(value) => onLanguage(LANGUAGES.find((one) => one === value) ?? 'en')}
            allowDeselect={false}
            w={140}
          />
        </MailBody>
      )}
    </div>
  )
}
