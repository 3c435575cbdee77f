import { Button, Progress as Bar } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Progress } from '@contract/wire'
import { codeInWords } from '@/app/bridge/sentences'
import { useFormat } from './format/use-format'
import classes from './progress-line.module.css'
import { useDelayed } from './state-views'

interface ProgressLineProps {
  /** Null: nothing heard yet. */
  progress: Progress | null
  label: string
  onCancel: () => void
}

/** Long work: what is being done, how far it is, and Cancel (from two seconds on, DSK-04). */
export function ProgressLine({ progress, label, onCancel }: ProgressLineProps) {
  const { t } = useTranslation(['kit', 'common'])
  const format = useFormat()
  const long = useDelayed(true, 2000)
  const known = progress !== null && progress.total !== null && progress.total > 0
  const percent = known ? Math.min(100, Math.floor((progress.done / progress.total!) * 100)) : 100
  return (
    <div className={classes.line} role="group" aria-label={label}>
      <div className={classes.words}>
        <strong>{label}</strong>
        {progress === null ? null : <span>{codeInWords('kit:progress', progress.phase)}</span>}
        {progress === null ? null : <span className={classes.figures}>{known ? format.percent(percent) : format.number(progress.done)}</span>}
        {long ? <Button onClick={onCancel}>{t('common:cancel')}</Button> : null}
      </div>
      <Bar value={percent} size={6} animated={!known} aria-label={label} />
    </div>
  )
}
