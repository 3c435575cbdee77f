import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconLock, type Icon } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '@contract/define'
import type { CallFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import { useFormat } from './format/use-format'
import classes from './state-views.module.css'

interface StateViewProps {
  icon: Icon
  title: string
  text?: ReactNode
  action?: ReactNode
}

function StateView({ icon: ViewIcon, title, text, action }: StateViewProps) {
  return (
    <div className={classes.view}>
      <ViewIcon size={20} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {text === undefined ? null : <p className={classes.text}>{text}</p>}
      </div>
      {action}
    </div>
  )
}

/** Nothing here: says what comes next. */
export function EmptyState({ icon = IconCircleCheck, ...rest }: Omit<StateViewProps, 'icon'> & { icon?: Icon }) {
  return <StateView icon={icon} {...rest} />
}

/** Says who may, not only that one may not. */
export function NoPermission({ who, text }: { who: readonly Role[]; text?: string }) {
  const { t } = useTranslation(['kit', 'common'])
  const format = useFormat()
  const roles = format.list(who.map((role) => t(`common:rolePlural.${role}`)))
  return <StateView icon={IconLock} title={t('kit:noPermission.title', { roles })} text={text ?? t('kit:noPermission.text')} />
}

/** The code, what stayed unchanged, and a way to try again. */
export function ErrorState({ title, failure, onRetry }: { title: string; failure: CallFailure; onRetry?: () => void }) {
  const { t } = useTranslation('kit')
  return (
    <div role="alert">
      <StateView
        icon={IconAlertTriangle}
        title={title}
        text={`${failureSentence(failure)} ${t('error.unchanged')}`}
        action={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('error.retry')}</Button>}
      />
    </div>
  )
}

/** True once `on` has lasted `ms`; quick answers show no skeleton. */
export function useDelayed(on: boolean, ms = 200): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return setLate(false)
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [on, ms])
  return on && late
}

/** Bars where text will come, after 200 ms. */
export function LoadingState({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('kit')
  const late = useDelayed(true)
  if (!late) return null
  return (
    <div className={classes.bars} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={10} width={`${[70, 86, 58][index % 3]}%`} animate={false} />
      ))}
    </div>
  )
}
