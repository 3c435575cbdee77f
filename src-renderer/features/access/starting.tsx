import { useTranslation } from 'react-i18next'
import { useDelayed } from '@/kit/state-views'
import classes from './access.module.css'

/** Between opening the window and the desk's first answer; a quick answer shows nothing. */
export function Starting() {
  const { t } = useTranslation('access')
  const late = useDelayed(true, 400)
  if (!late) return null
  return (
    <main className={classes.page}>
      <div className={classes.brand} style={{ marginBlock: 'auto' }} role="status">
        <span className={classes.mark} aria-hidden>
          R
        </span>
        <p className={classes.text}>{t('starting')}</p>
      </div>
    </main>
  )
}
