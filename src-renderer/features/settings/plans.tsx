import { Button, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconStack2, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '@contract/accounts'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { useMay } from '@/app/session/session'
import { resourceInWords } from '@/app/words'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState } from '@/kit/state-views'
import { DataTable, TwoLines, type Column } from '@/kit/table'
import { useWholeList } from '@/kit/table/whole-list'
import { PlanDialog } from './plan-dialog'
import { ReasonDialog } from '@/kit/reason-dialog'

type Asked = { what: 'edit' | 'remove'; plan: PlanView } | null

export function PlanActions({ adding, onAdding }: { adding: boolean; onAdding: (adding: boolean) => void }) {
  const { t } = useTranslation('settings')
  if (!useMay(['admin'])) return null
  return (
    <>
      <Button leftSection={<IconPlus size={15} stroke={1.7} />} onClick={() => onAdding(true)}>
        {t('plans.add')}
      </Button>
      {adding ? <PlanDialog plan={null} onClose={() => onAdding(false)} /> : null}
    </>
  )
}

const idOf = (plan: PlanView): string => plan.id
const byRank = (a: PlanView, b: PlanView): number => a.rank - b.rank

/** LIM-01: the plans by rank. */
export function PlanSettings() {
  const { t } = useTranslation('settings')
  const rows = useWholeList(useDeskQuery('plans.list', {}), byRank)
  const admin = useMay(['admin'])
  const [asked, setAsked] = useState<Asked>(null)
  const columns = usePlanColumns(admin, setAsked)
  const close = (): void => setAsked(null)
  return (
    <>
      <DataTable
        id="plans"
        label={t('tab.plans')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowHeight={38}
        {...(admin ? { onOpen: (plan: PlanView) => setAsked({ what: 'edit', plan }) } : {})}
        empty={<EmptyState icon={IconStack2} title={t('plans.none')} text={t('plans.noneText')} />}
        errorTitle={t('plans.unreadable')}
        foot={<span>{t(admin ? 'plans.foot' : 'adminOnly')}</span>}
      />
      {asked?.what === 'edit' ? <PlanDialog plan={asked.plan} onClose={close} /> : null}
      {asked?.what === 'remove' ? <RemovePlan plan={asked.plan} onClose={close} /> : null}
    </>
  )
}

function RemovePlan({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const remove = useDeskCommand('plans.remove', { failures: 'inline', onDone: onClose })
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={t('plans.removeTitle', { name: plan.name })}
      confirmLabel={t('plans.removeConfirm')}
      danger
      running={remove.running}
      failure={remove.failure}
      onConfirm={(reason) => void remove.run({ id: plan.id, reason })}
    >
      <p>{t('plans.removeText')}</p>
    </ReasonDialog>
  )
}

function usePlanColumns(admin: boolean, ask: (asked: Asked) => void): Column<PlanView>[] {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  return useMemo(() => {
    const price = ({ paid, priceMinor, currency }: PlanView): string =>
      !paid ? t('settings:plans.free') : priceMinor === null || currency === null ? t('settings:plans.noPrice') : format.money(priceMinor, currency)
    const limits = (plan: PlanView): string => {
      const parts = Object.entries(plan.limits).map(([resource, limit]) => `${resourceInWords(resource)} ${format.number(limit)}`)
      return parts.length === 0 ? t('settings:plans.unlimited') : parts.join(' · ')
    }
    const columns: Column<PlanView>[] = [
      { id: 'rank', header: t('settings:plans.rank'), width: 72, align: 'right', text: ({ rank }) => rank, cell: ({ rank }) => format.number(rank) },
      {
        id: 'name',
        header: t('settings:plans.name'),
        width: 180,
        grow: 1,
        fixed: true,
        text: ({ name }) => name,
        cell: ({ name, planId }) => <TwoLines first={name} second={planId} />,
      },
      { id: 'price', header: t('settings:plans.price'), width: 120, align: 'right', text: price, cell: price },
      {
        id: 'limits',
        header: t('settings:plans.limits'),
        width: 240,
        grow: 3,
        text: limits,
        cell: (plan) => <span title={limits(plan)}>{limits(plan)}</span>,
      },
      {
        id: 'accounts',
        header: t('settings:plans.accounts'),
        width: 100,
        align: 'right',
        text: ({ accounts }) => accounts.count,
        cell: ({ accounts }) => format.total(accounts),
      },
    ]
    if (admin) {
      columns.push({
        id: 'actions',
        header: t('settings:operators.actions'),
        width: 84,
        text: () => null,
        cell: (plan) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="subtle" color="gray" aria-label={t('settings:operators.actionsOf', { name: plan.name })}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} stroke={1.7} />} onClick={() => ask({ what: 'edit', plan })}>
                {t('common:edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} stroke={1.7} />} onClick={() => ask({ what: 'remove', plan })}>
                {t('common:remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ),
      })
    }
    return columns
  }, [t, format, admin, ask])
}
