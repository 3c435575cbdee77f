import { Button, Menu, NativeSelect } from '@mantine/core'
import { IconDots, IconGavel, IconPencil, IconPlayerPlay, IconPlus, IconPower } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@contract/constants'
import type { PolicyReason } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { isLanguage } from '@/app/i18n'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { EmptyState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { DataTable, TwoLines, type Column } from '@/kit/table'
import { useWholeList } from '@/kit/table/whole-list'
import { ReasonWordsDialog } from './policy-dialog'
import classes from './settings.module.css'
import { LANGUAGE_OPTIONS, useWordsLanguage } from './use-language'

interface AddingProps {
  adding: boolean
  onAdding: (adding: boolean) => void
}

export function PolicyActions({ adding, onAdding }: AddingProps) {
  const { t } = useTranslation('settings')
  const [language, choose] = useWordsLanguage()
  const admin = useMay(['admin'])
  useShortcuts([{ id: 'policy.add', keys: ['n'], label: t('policy.add'), group: 'screen', run: () => onAdding(true), enabled: admin }])
  return (
    <>
      <NativeSelect
        aria-label={t('policy.language')}
        value={language}
        data={LANGUAGE_OPTIONS}
        onChange={({ currentTarget: { value } }) => isLanguage(value) && choose(value)}
      />
      {admin ? (
        <Button leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="n" />} onClick={() => onAdding(true)}>
          {t('policy.add')}
        </Button>
      ) : null}
      {adding ? <ReasonWordsDialog reason={null} language={language} onClose={() => onAdding(false)} /> : null}
    </>
  )
}

const idOf = (reason: PolicyReason): string => reason.id

/** REV-20: the grounds for a rejection. What was decided keeps the version it was decided on (REV-17). */
export function PolicySettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [language] = useWordsLanguage()
  const policy = useDeskQuery('reviews.policy', { language }, { keepPrevious: true })
  const rows = useWholeList({ ...policy, data: policy.data?.reasons })
  const admin = useMay(['admin'])
  const [edited, setEdited] = useState<PolicyReason | null>(null)
  const columns = usePolicyColumns(admin, language, setEdited)
  const version = policy.data === undefined ? '' : t('policy.version', { number: format.number(policy.data.version) })
  return (
    <>
      <DataTable
        id="policy"
        label={t('tab.policy')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowHeight={46}
        {...(admin ? { onOpen: setEdited } : {})}
        empty={<EmptyState icon={IconGavel} title={t('policy.none')} />}
        errorTitle={t('policy.unreadable')}
        foot={<span>{[version, t(admin ? 'policy.foot' : 'adminOnly')].filter((part) => part !== '').join(' · ')}</span>}
      />
      {edited === null ? null : <ReasonWordsDialog reason={edited} language={language} onClose={() => setEdited(null)} />}
    </>
  )
}

function usePolicyColumns(admin: boolean, language: Language, edit: (reason: PolicyReason) => void): Column<PolicyReason>[] {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  const { run } = useDeskCommand('reviews.save_reason')
  return useMemo(() => {
    const state = ({ active }: PolicyReason): string => t(active ? 'settings:policy.active' : 'settings:policy.inactive')
    const turn = ({ id, code, title, guidance, active }: PolicyReason): void => void run({ id, code, title, guidance, active: !active, language })
    const columns: Column<PolicyReason>[] = [
      {
        id: 'title',
        header: t('settings:policy.reason'),
        width: 260,
        grow: 1,
        fixed: true,
        text: ({ title }) => title,
        cell: ({ title, code }) => <TwoLines first={title} second={code} />,
      },
      {
        id: 'guidance',
        header: t('settings:policy.guidance'),
        width: 320,
        grow: 2,
        text: ({ guidance }) => guidance,
        cell: ({ guidance }) => (
          <span className={classes.twoLines} title={guidance}>
            {guidance}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('settings:operators.state'),
        width: 140,
        text: state,
        cell: (reason) => <StatusBadge state={reason.active ? 'active' : 'off'}>{state(reason)}</StatusBadge>,
      },
      {
        id: 'version',
        header: t('settings:policy.versionHead'),
        width: 80,
        align: 'right',
        text: ({ version }) => version,
        cell: ({ version }) => format.number(version),
      },
    ]
    if (admin) {
      columns.push({
        id: 'actions',
        header: t('settings:operators.actions'),
        width: 84,
        text: () => null,
        cell: (reason) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="subtle" color="gray" aria-label={t('settings:operators.actionsOf', { name: reason.title })}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} stroke={1.7} />} onClick={() => edit(reason)}>
                {t('common:edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={reason.active ? <IconPower size={15} stroke={1.7} /> : <IconPlayerPlay size={15} stroke={1.7} />}
                onClick={() => turn(reason)}
              >
                {t(reason.active ? 'settings:policy.turnOff' : 'settings:policy.turnOn')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ),
      })
    }
    return columns
  }, [t, format, run, admin, language, edit])
}
