import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchResult, CaseRow } from '@contract/limits'
import type { CallFailure } from '@/app/bridge/failure'
import { ConfirmDialog } from '@/kit/dialog'
import { useFormat } from '@/kit/format/use-format'
import { LeftOut } from './left-out'
import classes from './limits.module.css'

interface BatchDialogProps {
  title: string
  rows: readonly CaseRow[]
  onClose: () => void
  confirmLabel: string
  onConfirm: (reason: string) => void
  running: boolean
  failure: CallFailure | null
  result: BatchResult | null
  remark?: ReactNode
  children?: ReactNode
  ready?: boolean
}

const NAMED = 6

/** "Gerüstbau Schäfer, Østfold Varmepumper and 4 more" */
export function NamesOf({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const named = rows.slice(0, NAMED).map(({ company }) => company)
  const rest = rows.length - named.length
  return <p className={classes.names}>{format.list(rest > 0 ? [...named, t('andMore', { count: rest, number: format.number(rest) })] : named)}</p>
}

/** Does one thing to several cases for one reason; afterwards lists what was left out (LIM-13). */
export function BatchDialog(props: BatchDialogProps) {
  const { t } = useTranslation(['limits', 'common'])
  const [reason, setReason] = useState('')
  const finished = props.result !== null
  return (
    <ConfirmDialog
      opened
      onClose={props.onClose}
      title={props.title}
      confirmLabel={finished ? t('common:close') : props.confirmLabel}
      onConfirm={() => (finished ? props.onClose() : props.onConfirm(reason.trim()))}
      confirmDisabled={!finished && (reason.trim().length < 3 || props.ready === false)}
      running={props.running}
      failure={props.failure}
      {...(props.remark === undefined ? {} : { remark: props.remark })}
    >
      {props.result === null ? (
        <>
          <NamesOf rows={props.rows} />
          {props.children}
          <Textarea
            label={t('limits:reason.label')}
            description={t('limits:reason.hint')}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            minRows={2}
            autosize
            maxRows={6}
            maxLength={2000}
          />
        </>
      ) : (
        <LeftOut left={props.result.left} />
      )}
    </ConfirmDialog>
  )
}
