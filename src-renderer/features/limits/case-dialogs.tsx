import type { CaseRow, DryRunResult } from '@contract/limits'
import { ApproveDialog } from './approve-dialog'
import { CarryOutDialog } from './carry-out-dialog'
import { EndPauseDialog, PauseDialog } from './pause-dialog'
import { RestartDialog } from './restart-dialog'

export type CaseDialog =
  | { kind: 'pause' | 'endPause'; rows: readonly CaseRow[] }
  | { kind: 'approve' | 'restart'; row: CaseRow }
  | { kind: 'carryOut'; rows: readonly CaseRow[]; preview: DryRunResult }

/** Whichever dialog is open. A finished batch lets go of its selection. */
export function CaseDialogs({ dialog, onClose, onFinished }: { dialog: CaseDialog | null; onClose: () => void; onFinished: () => void }) {
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'pause':
      return <PauseDialog rows={dialog.rows} onClose={onClose} onFinished={onFinished} />
    case 'endPause':
      return <EndPauseDialog rows={dialog.rows} onClose={onClose} onFinished={onFinished} />
    case 'approve':
      return <ApproveDialog row={dialog.row} onClose={onClose} />
    case 'restart':
      return <RestartDialog row={dialog.row} onClose={onClose} />
    case 'carryOut':
      return <CarryOutDialog rows={dialog.rows} preview={dialog.preview} onClose={onClose} onFinished={onFinished} />
  }
}
