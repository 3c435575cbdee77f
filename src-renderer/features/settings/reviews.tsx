import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewSettings as Stand } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { useFormat } from '@/kit/format/use-format'
import { SettingForm, Stored } from './setting'
import classes from './settings.module.css'
import { useDraft } from './use-draft'

/** As the contract takes them. */
const SPANS = { undoSeconds: [0, 120], claimMinutes: [1, 240], sampleDays: [1, 365] } as const
type Name = keyof typeof SPANS
const NAMES = Object.keys(SPANS) as Name[]

/** REV-13, REV-14, REV-17: how long a decision can be undone, a claim lasts, a sample is kept. */
export function ReviewSettings() {
  const query = useDeskQuery('reviews.settings', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>{(stored) => <ReviewForm stored={stored} />}</Stored>
    </div>
  )
}

function ReviewForm({ stored }: { stored: Stand }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const draft = useDraft<Record<Name, number | ''>>({ ...stored })
  const save = useDeskCommand('reviews.set_settings', { failures: 'inline' })
  const { undoSeconds, claimMinutes, sampleDays } = draft.value
  return (
    <SettingForm
      title={t('reviews.title')}
      note={t('reviews.note')}
      dirty={draft.dirty}
      blocked={NAMES.some((name) => draft.value[name] === '') ? t('reviews.needsNumber') : null}
      running={save.running}
      failure={save.failure}
      onSave={() => undoSeconds !== '' && claimMinutes !== '' && sampleDays !== '' && void save.run({ undoSeconds, claimMinutes, sampleDays })}
      onReset={draft.reset}
    >
      <div className={classes.pair}>
        {NAMES.map((name) => {
          const [min, max] = SPANS[name]
          return (
            <NumberInput
              key={name}
              label={t(`reviews.${name}`)}
              description={t(`reviews.${name}Text`, { min: format.number(min), max: format.number(max) })}
              value={draft.value[name]}
              min={min}
              max={max}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={(value) => draft.change({ [name]: typeof value === 'number' ? value : '' })}
            />
          )
        })}
      </div>
    </SettingForm>
  )
}
