import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '@/app/bridge/failure'
import { useShortcuts } from '@/app/shortcuts'
import classes from './dialog.module.css'
import { FailureNote } from './failure-note'
import { KeyHint } from './key-hint'

interface DialogProps {
  opened: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  /** Names and counts what it does: "Pause 8 cases". */
  confirmLabel: string
  onConfirm: () => void
  /** Destroys or takes away: the button is red. */
  danger?: boolean
  confirmDisabled?: boolean
  /** What stands in the way, or a remark: "No message has gone out." */
  remark?: ReactNode
  running?: boolean
  failure?: CallFailure | null
  size?: number | string
}

/** Asks before something is done; Ctrl Enter confirms. */
export function ConfirmDialog(props: DialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size={props.size ?? 460}>
      <DialogBody {...props} />
    </Modal>
  )
}

/**
 * Before → after, and messages as they would be sent; wide, otherwise as ConfirmDialog.
 * @public for screens to come
 */
export function PreviewDialog(props: DialogProps) {
  return <ConfirmDialog size={860} {...props} />
}

function DialogBody({
  children,
  confirmLabel,
  onConfirm,
  onClose,
  danger = false,
  confirmDisabled = false,
  remark,
  running = false,
  failure = null,
}: DialogProps) {
  const { t } = useTranslation('common')
  const able = !confirmDisabled && !running
  useShortcuts([
    {
      id: 'dialog.confirm',
      keys: ['mod+Enter'],
      label: confirmLabel,
      group: 'screen',
      run: onConfirm,
      enabled: able,
      inDialog: true,
      palette: false,
      menu: false,
    },
  ])
  return (
    <div className={classes.body}>
      {children}
      <FailureNote failure={failure} />
      <div className={classes.foot}>
        {remark === undefined ? null : <div className={classes.blocks}>{remark}</div>}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          variant="filled"
          {...(danger ? { color: 'bad' } : {})}
          onClick={onConfirm}
          disabled={!able}
          loading={running}
          rightSection={<KeyHint keys="mod+Enter" />}
        >
          {confirmLabel}
        </Button>
      </div>
    </div>
  )
}
