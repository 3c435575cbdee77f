import { Button, Menu } from '@mantine/core'
import { IconArrowRight, IconDots, IconFilePlus, IconMessageReply } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { mayAnswer, maySubmit, SlaCountdown, stateOf, type Recording } from '@/features/reviews'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import { TwoLines, type Column } from '@/kit/table'
import type { ReviewedGroup } from './review-groups'

interface GroupColumnsInput {
  /** The workspace clock, ms UTC. */
  now: number
  support: boolean
  onOpen: (row: ReviewRow) => void
  onRecord: (recording: Recording) => void
}

export function useGroupColumns({ now, support, onOpen, onRecord }: GroupColumnsInput): Column<ReviewedGroup>[] {
  const { t } = useTranslation(['accounts', 'record', 'kit'])
  const format = useFormat()
  return useMemo(() => {
    const decided = ({ decidedAt, decidedBy }: ReviewRow): string =>
      decidedAt === null
        ? t('accounts:groups.never')
        : decidedBy === null
          ? format.when(decidedAt, now)
          : t('accounts:groups.decidedBy', { at: format.when(decidedAt, now), by: decidedBy })
    const submitted = ({ submittedAt }: ReviewRow): string => (submittedAt === null ? '–' : format.when(submittedAt, now))
    /** While a review waits, the decision is the one of the round before. */
    const lastDecided = ({ current, earlier }: ReviewedGroup): ReviewRow => (current.decidedAt === null ? (earlier[0] ?? current) : current)
    const columns: Column<ReviewedGroup>[] = [
      {
        id: 'group',
        header: t('accounts:groups.name'),
        width: 220,
        grow: 2,
        fixed: true,
        text: ({ current }) => current.groupName,
        cell: ({ current }) => <TwoLines first={current.groupName} second={current.groupId} />,
      },
      {
        id: 'state',
        header: t('accounts:groups.state'),
        width: 150,
        text: ({ current }) => t(`kit:state.${stateOf(current)}`),
        cell: ({ current }) => <StatusBadge state={stateOf(current)} />,
      },
      {
        id: 'receivers',
        header: t('accounts:groups.receivers'),
        width: 90,
        align: 'right',
        text: ({ current }) => current.receivers,
        cell: ({ current }) => format.number(current.receivers),
      },
      {
        id: 'submitted',
        header: t('accounts:groups.submitted'),
        width: 130,
        text: ({ current }) => submitted(current),
        cell: ({ current }) => submitted(current),
      },
      {
        id: 'sla',
        header: t('accounts:groups.sla'),
        width: 120,
        text: ({ current }) => (current.sla.dueAt === null ? null : format.dateTimeFull(current.sla.dueAt)),
        cell: ({ current }) => <SlaCountdown sla={current.sla} now={now} />,
      },
      {
        id: 'decided',
        header: t('accounts:groups.decided'),
        width: 190,
        grow: 1,
        text: (group) => decided(lastDecided(group)),
        cell: (group) => <span title={decided(lastDecided(group))}>{decided(lastDecided(group))}</span>,
      },
      {
        id: 'actions',
        header: t('accounts:action.menu'),
        width: 84,
        text: () => null,
        cell: ({ current: row }) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="subtle" color="gray" aria-label={t('accounts:groups.actions', { group: row.groupName })}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconArrowRight size={15} stroke={1.7} />} onClick={() => onOpen(row)}>
                {t('accounts:groups.open')}
              </Menu.Item>
              {support && maySubmit(row) ? (
                <Menu.Item leftSection={<IconFilePlus size={15} stroke={1.7} />} onClick={() => onRecord({ what: 'submission', row })}>
                  {t('record:submission')}
                </Menu.Item>
              ) : null}
              {support && mayAnswer(row) ? (
                <Menu.Item leftSection={<IconMessageReply size={15} stroke={1.7} />} onClick={() => onRecord({ what: 'answer', row })}>
                  {t('record:answer')}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        ),
      },
    ]
    return columns
  }, [t, format, now, support, onOpen, onRecord])
}
