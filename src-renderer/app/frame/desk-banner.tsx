import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '@/kit/panel'
import { useDeskHealth } from '@/app/desk-events'
import classes from './frame.module.css'

const LOOK = {
  lost: { tone: 'warn', icon: IconPlugConnectedX },
  restarted: { tone: 'ok', icon: IconRefresh },
  failed: { tone: 'bad', icon: IconAlertTriangle },
} as const

/** Says when the desk process died, came back, or stays away. */
export function DeskBanner() {
  const { t } = useTranslation('app')
  const health = useDeskHealth((state) => state.health)
  if (health === 'well') return null
  const { tone, icon } = LOOK[health]
  return (
    <div className={classes.deskBanner} role={health === 'restarted' ? 'status' : 'alert'}>
      <Banner tone={tone} icon={icon}>
        {t(`desk.${health}`)}
      </Banner>
    </div>
  )
}
