import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { useMay } from '@/app/session/session'
import { useShortcuts, type Shortcut } from '@/app/shortcuts'
import type { Column } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'
import { mayPause } from './case-actions'
import type { CaseDialog } from './case-dialogs'

interface CaseShortcuts {
  /** Selected, else focused. */
  acted: readonly CaseRow[]
  focused: CaseRow | null
  /** Loaded; exported when nothing is selected. */
  rows: readonly CaseRow[]
  columns: readonly Column<CaseRow>[]
  open: (dialog: CaseDialog) => void
  toggleAside: () => void
}

/** P pause, O approve, D dry run, X export; all in the palette too. */
export function useCaseShortcuts({ acted, focused, rows, columns, open, toggleAside }: CaseShortcuts): void {
  const { t } = useTranslation('limits')
  const mayAct = useMay(['support', 'admin'])
  const isAdmin = useMay(['admin'])
  const pausable = acted.filter(mayPause)
  const paused = acted.filter(({ state }) => state === 'paused')
  const exported = acted.length > 1 ? acted : rows
  const entry = (id: string, keys: readonly string[], run: () => void, enabled: boolean): Shortcut => ({
    id: `limits.${id}`,
    keys,
    label: t(`action.${id}`),
    group: 'screen',
    run,
    enabled,
  })
  useShortcuts([
    entry('pause', ['p'], () => open({ kind: 'pause', rows: pausable }), mayAct && pausable.length > 0),
    entry('endPause', ['shift+p'], () => open({ kind: 'endPause', rows: paused }), isAdmin && paused.length > 0),
    entry('approve', ['o'], () => focused !== null && open({ kind: 'approve', row: focused }), mayAct && focused?.state === 'approval'),
    entry('restart', ['r'], () => focused !== null && open({ kind: 'restart', row: focused }), mayAct && focused?.state === 'unreachable'),
    entry('dryRun', ['d'], toggleAside, true),
    entry('export', ['x'], () => void exportRows('over-limits', columns, exported), exported.length > 0),
  ])
}
