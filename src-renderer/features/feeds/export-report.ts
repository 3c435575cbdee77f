import { useTranslation } from 'react-i18next'
import { bridge } from '@/app/bridge/bridge'
import { useDeskCommand } from '@/app/bridge/commands'
import { useFormat } from '@/kit/format/use-format'
import { tell } from '@/kit/tell'

/** FED-02: the bad rows as a file to correct. */
export function useExportReport(): { run: (importId: string) => Promise<void>; running: boolean } {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const command = useDeskCommand('feeds.export_report', {
    onDone: ({ rows }) => tell({ tone: 'ok', text: t('report.exported', { count: rows, number: format.number(rows) }) }),
  })
  return {
    running: command.running,
    run: async (importId) => {
      const path = await bridge().host('host.choose_save', { title: t('report.exportTitle'), suggested: 'bad-rows.csv', extension: 'csv' })
      if (path !== null) await command.run({ importId, path })
    },
  }
}
