import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './access.module.css'

/** While the demo is being made: it was asked for on the command line or here. */
export function DemoOpening() {
  const { t } = useTranslation('access')
  return (
    <main className={classes.page}>
      <div className={classes.card} role="status">
        <div className={classes.brand}>
          <Loader size={22} color="gray" aria-hidden />
          <div>
            <h1 className={classes.heading}>{t('first.demoOpening')}</h1>
            <p className={classes.text}>{t('first.demoOpeningText')}</p>
          </div>
        </div>
      </div>
    </main>
  )
}
