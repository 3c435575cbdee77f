import { Button } from '@mantine/core'
import { IconClockExclamation, IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SchedulerStatus } from '@contract/scheduler'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { codeInWords } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { stepInWords } from '@/app/words'
import { useFormat } from '@/kit/format/use-format'
import { Banner, Panel } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { tell } from '@/kit/tell'
import { RuleTag } from '@/kit/timeline'
import { AdvanceClock } from './advance-clock'
import { ReasonDialog } from '@/kit/reason-dialog'
import { Stored } from './setting'
import classes from './settings.module.css'

/** SCH-05: what the scheduler did, does and will do next; pause and release. */
export function SchedulerSettings() {
  const query = useDeskQuery('scheduler.status', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>
        {(status) => (
          <>
            <State status={status} />
            {status.simulation ? <AdvanceClock now={status.now} /> : null}
            <Failures failures={status.failures} />
            <Recent />
          </>
        )}
      </Stored>
    </div>
  )
}

function State({ status }: { status: SchedulerStatus }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow()
  const admin = useMay(['admin'])
  const [asked, setAsked] = useState<'pause' | 'confirm' | null>(null)
  const close = (): void => setAsked(null)
  const pause = useDeskCommand('scheduler.pause', { failures: 'inline', onDone: close })
  const confirm = useDeskCommand('scheduler.confirm_clock', { failures: 'inline', onDone: close })
  const resume = useDeskCommand('scheduler.resume')
  const run = useDeskCommand('scheduler.run_now', {
    onDone: ({ steps }) => tell({ tone: 'ok', text: t('scheduler.ran', { count: steps, number: format.number(steps) }) }),
  })
  const { paused, clockCheck, next, lastRunAt } = status
  return (
    <Panel
      title={t('scheduler.title')}
      actions={
        admin ? (
          <>
            <Button loading={run.running} disabled={paused !== null} onClick={() => void run.run({})}>
              {t('scheduler.runNow')}
            </Button>
            {paused === null ? (
              <Button leftSection={<IconPlayerPause size={15} stroke={1.7} />} onClick={() => setAsked('pause')}>
                {t('scheduler.pause')}
              </Button>
            ) : (
              <Button variant="filled" loading={resume.running} onClick={() => void resume.run({})}>
                {t('scheduler.resume')}
              </Button>
            )}
          </>
        ) : undefined
      }
      foot={admin ? undefined : t('adminOnly')}
    >
      <div className={classes.fields}>
        {paused === null ? null : (
          <Banner icon={IconPlayerPause} tone="warn">
            {t('scheduler.pausedText', { by: paused.by, since: format.when(paused.since, now), reason: paused.reason })}
          </Banner>
        )}
        {clockCheck === null ? null : (
          <Banner
            icon={IconClockExclamation}
            tone="bad"
            action={admin ? <Button onClick={() => setAsked('confirm')}>{t('scheduler.confirmClock')}</Button> : undefined}
          >
            {t(`scheduler.clock_${clockCheck.ground}`, {
              since: format.when(clockCheck.since, now),
              hours: format.number(clockCheck.hours),
              days: format.number(Math.floor(clockCheck.hours / 24)),
            })}
          </Banner>
        )}
        <dl className={classes.facts}>
          <dt>{t('scheduler.state')}</dt>
          <dd>
            <StatusBadge
              state={paused !== null ? 'schedulerPaused' : clockCheck !== null ? 'clockCheck' : status.running ? 'catchingUp' : 'onTime'}
            />
          </dd>
          <dt>{t('scheduler.next')}</dt>
          <dd>
            {next === null
              ? t('scheduler.nothing')
              : `${format.when(next.at, now)}: ${[stepInWords(next.feature, next.step), next.company].filter((part) => part !== null).join(', ')}`}
          </dd>
          <dt>{t('scheduler.lastRun')}</dt>
          <dd>{lastRunAt === null ? t('scheduler.never') : format.when(lastRunAt, now)}</dd>
        </dl>
      </div>
      <ReasonDialog
        opened={asked === 'pause'}
        onClose={close}
        title={t('scheduler.pauseTitle')}
        confirmLabel={t('scheduler.pauseConfirm')}
        running={pause.running}
        failure={pause.failure}
        onConfirm={(reason) => void pause.run({ reason })}
      >
        <p>{t('scheduler.pauseText')}</p>
      </ReasonDialog>
      <ReasonDialog
        opened={asked === 'confirm'}
        onClose={close}
        title={t('scheduler.confirmTitle')}
        confirmLabel={t('scheduler.confirmConfirm')}
        running={confirm.running}
        failure={confirm.failure}
        onConfirm={(reason) => void confirm.run({ reason })}
      >
        <p>{t('scheduler.confirmText', { now: format.dateTimeFull(now) })}</p>
      </ReasonDialog>
    </Panel>
  )
}

function Failures({ failures }: Pick<SchedulerStatus, 'failures'>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow()
  if (failures.length === 0) return null
  return (
    <Panel title={t('scheduler.failures')} note={t('scheduler.failuresNote')}>
      <ul className={classes.list}>
        {failures.map(({ id, feature, step, at, attempts, code }) => (
          <li key={id}>
            <span className={classes.when}>{format.when(at, now)}</span>
            <StatusBadge state="failed">{stepInWords(feature, step)}</StatusBadge>
            <span className={classes.grow}>{codeInWords('errors:error', code)}</span>
            <span className={classes.text}>{t('scheduler.attempts', { count: attempts, number: format.number(attempts) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Recent() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow()
  const query = useDeskQuery('scheduler.recent', {})
  return (
    <Panel title={t('scheduler.recent')}>
      <Stored query={query}>
        {(steps) =>
          steps.length === 0 ? (
            <EmptyState title={t('scheduler.noneYet')} text={t('scheduler.noneYetText')} />
          ) : (
            <ul className={classes.list}>
              {steps.map(({ at, feature, step, company, accountUuid, rule }, index) => (
                <li key={index}>
                  <span className={classes.when}>{format.when(at, now)}</span>
                  <span className={classes.grow}>{[stepInWords(feature, step), company].filter((part) => part !== null).join(', ')}</span>
                  <RuleTag rule={rule} />
                  {accountUuid === null ? null : (
                    <Button variant="subtle" onClick={() => go({ screen: 'account', id: accountUuid })}>
                      {t('scheduler.account')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Stored>
    </Panel>
  )
}
