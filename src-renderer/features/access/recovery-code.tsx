import { Button, Checkbox } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { copyText } from '@/kit/table/tsv'
import { tell } from '@/kit/tell'
import classes from './access.module.css'
import { printCode } from './print-code'

interface Shown {
  /** The code to show before anything else; it is never shown again. */
  code: string | null
  name: string
}

export const useRecoveryCode = create<Shown>(() => ({ code: null, name: '' }))

/** Shown once: copy, print, and a check that it was written down. */
export function RecoveryCode() {
  const { t } = useTranslation('access')
  const { code, name } = useRecoveryCode()
  const [written, setWritten] = useState(false)
  if (code === null) return null
  const copy = (): void => {
    if (copyText(code)) tell({ tone: 'ok', text: t('code.copied') })
  }
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.form} style={{ padding: 0 }}>
          <div>
            <h1 className={classes.title}>{t('code.title')}</h1>
            <p className={classes.text}>{t('code.text')}</p>
          </div>
          <p className={classes.code} data-testid="recovery-code">
            {code}
          </p>
          <div className={classes.buttons}>
            <Button leftSection={<IconCopy size={15} stroke={1.7} />} onClick={copy}>
              {t('code.copy')}
            </Button>
            <Button
              leftSection={<IconPrinter size={15} stroke={1.7} />}
              onClick={() => printCode(code, { title: t('code.printTitle', { name }), text: t('code.printText') })}
            >
              {t('code.print')}
            </Button>
          </div>
          <Checkbox label={t('code.written')} checked={written} onChange={(event) => setWritten(event.currentTarget.checked)} />
          <div className={classes.foot}>
            <span className={classes.text}>{t('code.once')}</span>
            <Button variant="filled" disabled={!written} onClick={() => useRecoveryCode.setState({ code: null, name: '' })}>
              {t('code.continue')}
            </Button>
          </div>
        </div>
      </div>
    </main>
  )
}
