import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '@/app/bridge/bridge'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { takeFiles } from '@/features/feeds'
import { tell } from '@/kit/tell'
import classes from './frame.module.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Feed files dropped anywhere open the import with them. */
export function DropTarget() {
  const { t } = useTranslation('app')
  const may = useMay(['admin'])
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      depth.current += 1
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setOver(false)
    }
    const allow = (event: DragEvent): void => event.preventDefault()
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      depth.current = 0
      setOver(false)
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => bridge().pathOf(file)).filter((path) => path !== '')
      if (paths.length === 0) return
      if (!may) return tell({ tone: 'info', text: t('drop.onlyAdmin') })
      if (!takeFiles(paths)) tell({ tone: 'info', text: t('drop.busy') })
      go({ screen: 'import' })
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
    }
  }, [t, may])
  if (!over) return null
  return (
    <div className={classes.drop}>
      <IconFileImport size={28} stroke={1.5} aria-hidden />
      {t(may ? 'drop.here' : 'drop.onlyAdmin')}
    </div>
  )
}
