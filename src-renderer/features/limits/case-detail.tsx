import { Button } from '@mantine/core'
import { IconCheck, IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { go } from '@/app/routes/use-route'
import { Deadline } from '@/kit/deadline'
import { zoneCity } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { nextLine, whyNotToday } from './case-words'
import classes from './limits.module.css'

interface CaseDetailProps {
  row: CaseRow
  /** The workspace clock, ms UTC. */
  now: number
  actions?: ReactNode
  /** Shown on the account's own page. */
  inAccount?: boolean
}

/** The opened row: each warning with its times, then the step of day 4. Times are the account's. */
export function CaseDetail({ row, now, actions, inAccount = false }: CaseDetailProps) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const last = nextLine(row, now, format)
  const restricted = row.state === 'enforced' && row.closedAt === null
  const at = (time: number): string => format.dateTime(time, row.zone).replace(` ${zoneCity(row.zone)}`, '')
  return (
    <div className={classes.detail}>
      <ol className={classes.steps} aria-label={t('detail.steps')}>
        <li className={classes.step} data-state="done">
          <strong>{t('detail.opened')}</strong>
          <span>{at(row.openedAt)}</span>
          <small>{t(`cause.${row.cause}`)}</small>
        </li>
        {row.warnings.map((warning) => (
          <li key={warning.n} className={classes.step} data-state={warning.state}>
            <strong>
              {t('detail.warning', { n: warning.n })}
              {warning.state === 'sent' ? <IconCheck size={13} stroke={2} aria-hidden /> : null}
            </strong>
            <span>{at(warning.sentAt ?? warning.plannedAt)}</span>
            <small>{t(`detail.state.${warning.state}`)}</small>
          </li>
        ))}
        <li className={classes.step} data-state={row.closedAt === null ? 'next' : 'done'}>
          <strong>{last.text}</strong>
          <span>
            {restricted
              ? t('detail.effect.restrict')
              : row.nextAt !== null
                ? format.dateTime(row.nextAt, row.zone)
                : t(row.closedAt === null ? 'detail.noTime' : 'detail.closed')}
          </span>
          <small>{restricted ? whyNotToday(row, now, format) : t(`detail.effect.${row.nextStep}`)}</small>
        </li>
        {row.why == null ? null : (
          <li className={classes.sum}>
            {t('detail.why')} <Deadline why={row.why} />
          </li>
        )}
      </ol>
      <div className={classes.detailActions}>
        {actions}
        {inAccount ? null : (
          <Button
            leftSection={<IconExternalLink size={14} stroke={1.7} aria-hidden />}
            onClick={() => go({ screen: 'account', id: row.accountUuid })}
          >
            {t('action.openAccount')}
          </Button>
        )}
      </div>
    </div>
  )
}
