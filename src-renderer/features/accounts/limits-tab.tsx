import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { useNow } from '@/app/session/clock'
import { CaseDetail, caseMarks, DetailActions, type CaseDialog } from '@/features/limits'
import { DayTrack } from '@/kit/day-track'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState, LoadingState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import type { StateName } from '@/kit/states'
import classes from './accounts.module.css'

const STATE: Record<Exclude<CaseRow['state'], 'enforced'>, StateName> = {
  warning: 'warned',
  approval: 'approval',
  paused: 'paused',
  unreachable: 'bounced',
  resolved: 'resolved',
  moot: 'moot',
}

/** What was enforced is a restriction while the case is open, an upgrade once it is closed (LIM-07, LIM-08). */
function CaseState({ row }: { row: CaseRow }) {
  const { t } = useTranslation('limits')
  if (row.state === 'enforced') return <StatusBadge soft state={row.closedAt === null ? 'restricted' : 'upgraded'} />
  return (
    <StatusBadge soft state={STATE[row.state]}>
      {t(`state.${row.state}`)}
    </StatusBadge>
  )
}

/** Every limit case the account ever had, each with its steps. */
export function LimitsTab({ cases, onDialog }: { cases: readonly CaseRow[] | null; onDialog: (dialog: CaseDialog) => void }) {
  const { t } = useTranslation(['accounts', 'limits'])
  const format = useFormat()
  const now = useNow(60_000)
  if (cases === null) return <LoadingState lines={4} />
  if (cases.length === 0) return <EmptyState title={t('accounts:limits.empty')} text={t('accounts:limits.emptyText')} />
  return (
    <ul className={classes.cases}>
      {cases.map((row) => (
        <li key={row.id} className={classes.case}>
          <div className={classes.caseHead}>
            <CaseState row={row} />
            <span className={classes.caseText}>
              {t('accounts:limits.opened', { at: format.dateTimeFull(row.openedAt), cause: t(`limits:causeShort.${row.cause}`) })}
            </span>
            <DayTrack marks={caseMarks(row)} />
          </div>
          <CaseDetail row={row} now={now} inAccount actions={<DetailActions row={row} onDialog={onDialog} />} />
        </li>
      ))}
    </ul>
  )
}
