import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { useOpenDemo } from '@/features/access'
import { workspaceSwitched } from '@/app/session/lock'
import { ConfirmDialog } from '@/kit/dialog'
import { Panel } from '@/kit/panel'
import { StatusBadge } from '@/kit/status-badge'
import { tell } from '@/kit/tell'
import { Stored } from './setting'
import classes from './settings.module.css'

/** DSK-08: open, leave, delete. */
export function DemoSettings() {
  const query = useDeskQuery('workspace.status', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>{({ demo, demoExists }) => <Demo demo={demo} exists={demoExists} />}</Stored>
    </div>
  )
}

function Demo({ demo, exists }: { demo: boolean; exists: boolean }) {
  const { t } = useTranslation('settings')
  const [deleting, setDeleting] = useState(false)
  const open = useOpenDemo()
  const leave = useDeskCommand('workspace.leave_demo', { onDone: workspaceSwitched })
  const remove = useDeskCommand('workspace.delete_demo', {
    failures: 'inline',
    onDone: () => {
      setDeleting(false)
      tell({ tone: 'ok', text: t('demo.deleted') })
      workspaceSwitched()
    },
  })
  return (
    <Panel
      title={t('demo.title')}
      note={
        demo ? (
          <StatusBadge state="simulation" soft>
            {t('demo.here')}
          </StatusBadge>
        ) : undefined
      }
      foot={
        <>
          {demo ? (
            <Button variant="filled" loading={leave.running} onClick={() => void leave.run({})}>
              {t('demo.leave')}
            </Button>
          ) : (
            <Button variant="filled" loading={open.command.running} onClick={open.open}>
              {t(exists ? 'demo.open' : 'demo.make')}
            </Button>
          )}
          {exists ? (
            <Button color="bad" variant="outline" onClick={() => setDeleting(true)}>
              {t('demo.delete')}
            </Button>
          ) : null}
        </>
      }
    >
      <p className={classes.text}>{t(demo ? 'demo.inside' : 'demo.text')}</p>
      <ConfirmDialog
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={t('demo.deleteTitle')}
        confirmLabel={t('demo.deleteConfirm')}
        danger
        running={remove.running}
        failure={remove.failure}
        onConfirm={() => void remove.run({})}
      >
        <p>{t('demo.deleteText')}</p>
      </ConfirmDialog>
    </Panel>
  )
}
