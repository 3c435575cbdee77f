import { Tooltip } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '@contract/workspace'
import type { SchedulerStatus } from '@contract/scheduler'
import { useDeskQuery } from '@/app/bridge/queries'
import type { Route } from '@/app/routes/route'
import { go } from '@/app/routes/use-route'
import { setClock, useNow } from '@/app/session/clock'
import { mailProblemInWords, stepInWords } from '@/app/words'
import { zoneCity } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import type { StateName } from '@/kit/states'
import classes from './status-bar.module.css'

interface ItemProps {
  state: StateName
  text: ReactNode
  note?: ReactNode
  tip?: string
  to: Route
}

function Item({ state, text, note, tip, to }: ItemProps) {
  const button = (
    <button type="button" className={classes.item} onClick={() => go(to)}>
      <StatusBadge state={state}>{text}</StatusBadge>
      {note === undefined ? null : <span className={classes.note}>{note}</span>}
    </button>
  )
  return tip === undefined ? button : <Tooltip label={tip}>{button}</Tooltip>
}

const SCHEDULER: Route = { screen: 'settings', tab: 'scheduler' }
const MAIL: Route = { screen: 'settings', tab: 'mail' }

function SchedulerItem({ status }: { status: SchedulerStatus }) {
  const { t } = useTranslation('app')
  const format = useFormat()
  const now = useNow()
  if (status.paused !== null) {
    const { by, since, reason } = status.paused
    return (
      <Item
        state="schedulerPaused"
        text={t('status.paused')}
        note={t('status.pausedBy', { by, since: format.when(since, now) })}
        tip={reason}
        to={SCHEDULER}
      />
    )
  }
  if (status.clockCheck !== null) return <Item state="clockCheck" text={t('status.clockCheck')} note={t('status.clockCheckNote')} to={SCHEDULER} />
  const next = status.next
  const note =
    next === null
      ? t('status.nothingNext')
      : t('status.next', {
          when: format.when(next.at, now),
          what: [stepInWords(next.feature, next.step), next.company].filter((part) => part !== null).join(', '),
        })
  if (status.failures.length > 0) {
    return (
      <Item
        state="failed"
        text={t('status.stepsFailed', { count: status.failures.length, number: format.number(status.failures.length) })}
        note={note}
        to={SCHEDULER}
      />
    )
  }
  return (
    <Item state={status.running ? 'catchingUp' : 'onTime'} text={t(status.running ? 'status.working' : 'status.onTime')} note={note} to={SCHEDULER} />
  )
}

function MailItems({ mail, directives }: Pick<SchedulerStatus, 'mail' | 'directives'>) {
  const { t } = useTranslation('app')
  const format = useFormat()
  const waiting = mail.waiting === 0 ? undefined : t('status.mailWaiting', { count: mail.waiting, number: format.number(mail.waiting) })
  return (
    <>
      {mail.transport === 'none' ? (
        <Item state="noMailServer" text={t('status.noTransport')} note={waiting} to={MAIL} />
      ) : (
        <Item
          state={mail.transport === 'folder' ? 'mailFolder' : 'connected'}
          text={t(mail.transport === 'folder' ? 'status.mailFolder' : 'status.mailServer')}
          note={waiting}
          {...(mail.lastProblem === null ? {} : { tip: mailProblemInWords(mail.lastProblem) })}
          to={MAIL}
        />
      )}
      {mail.work === 0 ? null : (
        <Item
          state="unknown"
          text={t('status.mailWork', { count: mail.work, number: format.number(mail.work) })}
          to={{ screen: 'messages', query: { tab: 'work' } }}
        />
      )}
      {directives.failed === 0 ? null : (
        <Item
          state="failed"
          text={t('status.directivesFailed', { count: directives.failed, number: format.number(directives.failed) })}
          to={{ screen: 'messages', query: { tab: 'directives' } }}
        />
      )}
    </>
  )
}

/** On every screen: the scheduler and its next step, mail, trouble, what kind of workspace, its clock and zone. */
export function StatusBar({ workspace }: { workspace: WorkspaceStatus }) {
  const { t } = useTranslation('app')
  const format = useFormat()
  const now = useNow()
  const { data: status, dataUpdatedAt: heardAt } = useDeskQuery('scheduler.status', {}, { refetchEveryMs: 30_000, keepPrevious: true })
  useEffect(() => {
    if (status !== undefined) setClock(status.now, status.simulation, heardAt)
  }, [status, heardAt])
  const mark = workspace.demo ? t('status.demo') : workspace.simulation ? t('status.simulation') : null
  return (
    <div className={classes.bar}>
      {status === undefined ? null : (
        <>
          <SchedulerItem status={status} />
          <MailItems mail={status.mail} directives={status.directives} />
        </>
      )}
      <span className={classes.end}>
        {mark === null ? null : (
          <button type="button" className={classes.mark} onClick={() => go({ screen: 'settings', tab: workspace.demo ? 'demo' : 'scheduler' })}>
            <StatusBadge state="simulation" soft>
              {mark}
            </StatusBadge>
          </button>
        )}
        <time className={classes.clock} dateTime={new Date(now).toISOString()}>
          {format.dateTimeFull(now)} {zoneCity(workspace.zone)}
        </time>
      </span>
    </div>
  )
}
