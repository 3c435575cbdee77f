import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '@/app/bridge/failure'
import { useMay } from '@/app/session/session'
import { FailureNote } from '@/kit/failure-note'
import { Panel } from '@/kit/panel'
import { ErrorState, LoadingState } from '@/kit/state-views'
import classes from './settings.module.css'

/** Loading, error, or the setting itself. */
export function Stored<T>({ query, children }: { query: UseQueryResult<T, CallFailure>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation('settings')
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) return <ErrorState title={t('unreadable')} failure={query.error} onRetry={() => void query.refetch()} />
  return <LoadingState />
}

interface SettingFormProps {
  title: string
  note?: ReactNode
  children: ReactNode
  dirty: boolean
  /** What keeps it from being saved, in words. */
  blocked?: string | null
  running: boolean
  failure: CallFailure | null
  onSave: () => void
  onReset: () => void
}

/** A setting that admins change and everyone sees. */
export function SettingForm({ title, note, children, dirty, blocked = null, running, failure, onSave, onReset }: SettingFormProps) {
  const { t } = useTranslation(['settings', 'common'])
  const admin = useMay(['admin'])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (dirty && blocked === null && !running) onSave()
  }
  return (
    <form onSubmit={save}>
      <Panel
        title={title}
        note={note}
        foot={
          admin ? (
            <>
              <Button type="submit" variant="filled" disabled={!dirty || blocked !== null} loading={running}>
                {t('common:save')}
              </Button>
              <Button disabled={!dirty || running} onClick={onReset}>
                {t('settings:discard')}
              </Button>
              <span>{blocked ?? (dirty ? t('settings:unsaved') : '')}</span>
            </>
          ) : (
            t('settings:adminOnly')
          )
        }
      >
        <fieldset className={classes.fields} disabled={!admin}>
          {children}
          <FailureNote failure={failure} />
        </fieldset>
      </Panel>
    </form>
  )
}
