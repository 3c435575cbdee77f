import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/constants'
import { bridge } from '@/app/bridge/bridge'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { LanguageChoice } from '@/app/frame/language-choice'
import { ThemeSwitch } from '@/app/frame/theme-switch'
import { setSingleKeysOff, singleKeysOff } from '@/app/shortcuts/key-context'
import { Panel } from '@/kit/panel'
import { SettingForm, Stored } from './setting'
import classes from './settings.module.css'
import { useDraft } from './use-draft'

export function GeneralSettings() {
  const query = useDeskQuery('settings.general', {})
  return (
    <div className={classes.column}>
      <Mine />
      <Stored query={query}>{(stored) => <WorkspaceForm stored={stored} />}</Stored>
      <About />
    </div>
  )
}

/** What only this person sees. */
function Mine() {
  const { t } = useTranslation('settings')
  const [off, setOff] = useState(singleKeysOff)
  return (
    <Panel title={t('mine.title')} note={t('mine.note')}>
      <div className={classes.fields}>
        <div className={classes.pair}>
          <div>
            <p className={classes.label}>{t('mine.language')}</p>
            <LanguageChoice />
          </div>
          <div>
            <p className={classes.label}>{t('mine.theme')}</p>
            <ThemeSwitch />
          </div>
        </div>
        <Switch
          label={t('mine.singleKeys')}
          description={t('mine.singleKeysText')}
          checked={!off}
          onChange={(event) => {
            setSingleKeysOff(!event.currentTarget.checked)
            setOff(!event.currentTarget.checked)
          }}
        />
      </div>
    </Panel>
  )
}

function WorkspaceForm({ stored }: { stored: { idleMinutes: number; language: string } }) {
  const { t } = useTranslation('settings')
  const draft = useDraft<{ idleMinutes: number | ''; language: string }>(stored)
  const { value, change } = draft
  const save = useDeskCommand('settings.set_general', { failures: 'inline' })
  const { idleMinutes } = value
  return (
    <SettingForm
      title={t('general.title')}
      note={t('general.note')}
      dirty={draft.dirty}
      blocked={idleMinutes === '' ? t('general.needsMinutes') : null}
      running={save.running}
      failure={save.failure}
      onSave={() => idleMinutes !== '' && void save.run({ idleMinutes, language: value.language as Language })}
      onReset={draft.reset}
    >
      <div className={classes.pair}>
        <NumberInput
          label={t('general.idle')}
          description={t('general.idleText')}
          value={idleMinutes}
          min={1}
          max={240}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(minutes) => change({ idleMinutes: typeof minutes === 'number' ? minutes : '' })}
        />
        <NativeSelect
          label={t('general.language')}
          description={t('general.languageText')}
          value={value.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
          data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
      </div>
    </SettingForm>
  )
}

/** Version, where the data lies, and what leaves the machine. */
function About() {
  const { t } = useTranslation('settings')
  const { data } = useDeskQuery('workspace.status', {})
  if (data === undefined) return null
  return (
    <Panel title={t('about.title')} actions={<Button onClick={() => void bridge().host('host.show_folder', {})}>{t('about.showFolder')}</Button>}>
      <dl className={classes.facts}>
        <dt>{t('about.version')}</dt>
        <dd>Reeve {data.version}</dd>
        <dt>{t('about.folder')}</dt>
        <dd data-selectable>{data.folder}</dd>
        <dt>{t('about.leaves')}</dt>
        <dd>{t('about.leavesText')}</dd>
        <dt>{t('about.protects')}</dt>
        <dd>{t('about.protectsText')}</dd>
      </dl>
    </Panel>
  )
}
