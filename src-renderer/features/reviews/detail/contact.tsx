import { Anchor } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '@contract/index'
import { useDeskCommand } from '@/app/bridge/commands'
import classes from './detail.module.css'

/** REV-12: for special cases only, on demand; opening it is journaled and says so beforehand. */
export function Contact({ id }: { id: string }) {
  const { t } = useTranslation('reviewDetail')
  const [shown, setShown] = useState<Output<'reviews.open_contact'> | null>(null)
  const open = useDeskCommand('reviews.open_contact', { onDone: setShown })
  if (shown !== null) return <span data-selectable>{[shown.name, shown.email, shown.phone].filter((part) => part !== null).join(', ')}</span>
  return (
    <span className={classes.given}>
      <IconLock size={14} stroke={1.7} aria-hidden />
      <Anchor component="button" type="button" disabled={open.running} onClick={() => void open.run({ id })}>
        {t('contact.show')}
      </Anchor>
      <span className={classes.quiet}>{t('contact.journaled')}</span>
    </span>
  )
}
