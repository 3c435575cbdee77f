import { useTranslation } from 'react-i18next'
import type { MessageRow } from '@contract/messages'
import { useShortcuts } from '@/app/shortcuts'
import type { Column } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'

/** X: the loaded rows as a file. */
export function useOffered(columns: readonly Column<MessageRow>[], rows: readonly MessageRow[]): void {
  const { t } = useTranslation('messages')
  useShortcuts([
    {
      id: 'messages.export',
      keys: ['x'],
      label: t('export'),
      group: 'screen',
      run: () => void exportRows('messages', columns, rows),
      enabled: rows.length > 0,
    },
  ])
}
