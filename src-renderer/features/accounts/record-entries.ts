import { useTranslation } from 'react-i18next'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { mayAnswer, maySubmit, type Recording } from '@/features/reviews'
import type { ReviewedGroup } from './review-groups'

/** More would bury what else the palette offers; the tab has them all. */
const MOST = 12

/** Recording in the palette, from whichever part of the account is open: the groups whose customer still has something to say. */
export function useRecordEntries(groups: readonly ReviewedGroup[], onRecord: (recording: Recording) => void): void {
  const { t } = useTranslation('record')
  const support = useMay(['support'])
  const entries = groups.flatMap(({ current: row }) => {
    const entry = (what: Recording['what']) => ({
      id: `account.record.${what}.${row.id}`,
      keys: [],
      label: t(`palette.${what}`, { group: row.groupName }),
      group: 'screen' as const,
      run: () => onRecord({ what, row }),
      enabled: support,
      menu: false,
    })
    return [...(mayAnswer(row) ? [entry('answer')] : []), ...(maySubmit(row) ? [entry('submission')] : [])]
  })
  useShortcuts(entries.slice(0, MOST))
}
