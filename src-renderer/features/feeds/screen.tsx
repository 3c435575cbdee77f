import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { bridge } from '@/app/bridge/bridge'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { KeyHint } from '@/kit/key-hint'
import { Screen } from '@/kit/screen'
import { addFiles, takeFiles, useImportRun } from './import-run'
import { NewImport } from './new-import'
import { PastImports } from './past-imports'

const TABS = ['new', 'past'] as const
type Tab = (typeof TABS)[number]

/** FED-01 to FED-08: from choosing files to the report, and what was imported before. */
export default function ImportScreen() {
  const { t } = useTranslation(['feeds', 'app'])
  const format = useFormat()
  const [query, change] = useRouteQuery()
  const admin = useMay(['admin'])
  const waiting = useDeskQuery('feeds.waiting', {}).data?.length ?? 0
  const stage = useImportRun((run) => run.stage.name)
  const tab: Tab = query['tab'] === 'past' || (!admin && query['tab'] !== 'new') ? 'past' : 'new'
  const mayChoose = admin && stage !== 'importing' && stage !== 'previewing'

  const choose = async (): Promise<void> => {
    const paths = await bridge().host('host.choose_files', { title: t('feeds:choose.title'), extensions: ['csv', 'ndjson', 'jsonl'] })
    if (paths.length === 0) return
    if (stage === 'preview' || stage === 'chosen') addFiles(paths)
    else takeFiles(paths)
    change({ tab: 'new' })
  }
  useShortcuts([{ id: 'import.choose', keys: ['n'], label: t('feeds:choose.button'), group: 'screen', run: () => void choose(), enabled: mayChoose }])
  return (
    <Screen
      title={t('app:screen.import')}
      tabs={
        <HeadTabs
          label={t('feeds:tabs')}
          tabs={TABS.map((id) => ({
            id,
            label: t(`feeds:tab.${id}`),
            count: id === 'past' && waiting > 0 ? t('feeds:waitingCount', { number: format.number(waiting) }) : undefined,
          }))}
          value={tab}
          onChange={(id) => change({ tab: id })}
        />
      }
      actions={
        admin ? (
          <Button
            leftSection={<IconFileImport size={15} stroke={1.7} />}
            rightSection={<KeyHint keys="n" />}
            disabled={!mayChoose}
            onClick={() => void choose()}
          >
            {t(stage === 'preview' ? 'feeds:choose.more' : 'feeds:choose.button')}
          </Button>
        ) : undefined
      }
    >
      {tab === 'new' ? <NewImport onChoose={() => void choose()} /> : <PastImports />}
    </Screen>
  )
}
