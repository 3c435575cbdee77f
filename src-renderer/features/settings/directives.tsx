import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { SettingForm, Stored } from './setting'
import classes from './settings.module.css'
import { useDraft } from './use-draft'

const TARGETS = ['none', 'folder'] as const
type Target = (typeof TARGETS)[number]

/** MSG-05: where the platform picks up what it must carry out. */
export function DirectiveSettings() {
  const query = useDeskQuery('settings.directives', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>{(stored) => <DirectiveForm stored={stored} />}</Stored>
    </div>
  )
}

function DirectiveForm({ stored }: { stored: { target: Target; folder: string } }) {
  const { t } = useTranslation('settings')
  const draft = useDraft(stored)
  const save = useDeskCommand('settings.set_directives', { failures: 'inline' })
  return (
    <SettingForm
      title={t('directives.title')}
      note={t('directives.note')}
      dirty={draft.dirty}
      running={save.running}
      failure={save.failure}
      onSave={() => void save.run({ target: draft.value.target })}
      onReset={draft.reset}
    >
      <Radio.Group aria-label={t('directives.title')} value={draft.value.target} onChange={(target) => draft.change({ target: target as Target })}>
        <div className={classes.choices}>
          {TARGETS.map((target) => (
            <label key={target} className={classes.choice}>
              <Radio size="xs" value={target} label={t(`directives.${target}`)} />
              <span className={classes.text}>{t(`directives.${target}Text`)}</span>
            </label>
          ))}
        </div>
      </Radio.Group>
      {draft.value.target === 'folder' ? (
        <div>
          <p className={classes.label}>{t('directives.where')}</p>
          <p className={classes.folder}>{stored.folder}</p>
        </div>
      ) : null}
    </SettingForm>
  )
}
