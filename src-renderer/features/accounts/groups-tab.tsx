import { IconListCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { useDeskPages, type Rows } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { mayAnswer, maySubmit, stateOf, type Recording } from '@/features/reviews'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { DataTable } from '@/kit/table'
import classes from './accounts.module.css'
import { useGroupColumns } from './group-columns'
import { byGroup, reviewPlace, type ReviewedGroup } from './review-groups'

const rowId = ({ current }: ReviewedGroup): string => current.id
const openReview = (row: ReviewRow): void => go({ screen: 'reviews', query: reviewPlace(row) })
/** One page holds more reviews than an account has groups. */
const PAGE = 500

/** The account's reviews by group, as far as they were read. */
export function useReviewedGroups(accountUuid: string): Rows<ReviewedGroup> {
  const pages = useDeskPages('reviews.of_account', { accountUuid }, { pageSize: PAGE })
  return useMemo(() => {
    const { rows, loadMore } = pages
    return {
      ...pages,
      rows: byGroup(rows),
      loadMore: async () => {
        const more = await loadMore()
        return { ...more, rows: byGroup(more.rows) }
      },
    }
  }, [pages])
}

interface GroupsTabProps {
  groups: Rows<ReviewedGroup>
  onRecord: (recording: Recording) => void
}

/** REV: every group of the account and how its review stands. Enter opens the review; support records from here. */
export function GroupsTab({ groups, onRecord }: GroupsTabProps) {
  const { t } = useTranslation(['accounts', 'record'])
  const now = useNow(30_000)
  const support = useMay(['support'])
  const [focused, setFocused] = useState<ReviewRow | null>(null)
  const columns = useGroupColumns({ now, support, onOpen: openReview, onRecord })
  useShortcuts([
    {
      id: 'account.group.record',
      keys: ['r'],
      label: t('record:submission'),
      group: 'screen',
      run: () => focused !== null && onRecord({ what: 'submission', row: focused }),
      enabled: support && focused !== null && maySubmit(focused),
      palette: false,
    },
    {
      id: 'account.group.answer',
      keys: ['w'],
      label: t('record:answer'),
      group: 'screen',
      run: () => focused !== null && onRecord({ what: 'answer', row: focused }),
      enabled: support && focused !== null && mayAnswer(focused),
      palette: false,
    },
  ])
  return (
    <DataTable
      id="account-groups"
      label={t('accounts:tab.groups')}
      columns={columns}
      rows={groups}
      rowId={rowId}
      rowHeight={38}
      onOpen={({ current }) => openReview(current)}
      onFocusRow={(group) => setFocused(group?.current ?? null)}
      detail={(group) => <EarlierReviews group={group} now={now} />}
      empty={<EmptyState icon={IconListCheck} title={t('accounts:groups.empty')} text={t('accounts:groups.emptyText')} />}
      errorTitle={t('accounts:groups.error')}
      foot={<span>{t(support ? 'accounts:groups.hint' : 'accounts:groups.support')}</span>}
    />
  )
}

/** REV-09: the history stays whole. */
function EarlierReviews({ group: { earlier }, now }: { group: ReviewedGroup; now: number }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  if (earlier.length === 0) return <p className={classes.earlier}>{t('groups.onlyOne')}</p>
  return (
    <div className={classes.earlier}>
      <strong>{t('groups.earlier')}</strong>
      <ul>
        {earlier.map((row) => (
          <li key={row.id}>
            <StatusBadge state={stateOf(row)} />
            <span>
              {row.decidedAt === null ? t('groups.never') : t('groups.decidedBy', { at: format.when(row.decidedAt, now), by: row.decidedBy ?? '–' })}
            </span>
            <button type="button" className={classes.link} onClick={() => openReview(row)}>
              {t('groups.open')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
