import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bridge } from '@/app/bridge/bridge'
import { keyCaps } from '@/app/shortcuts/keys'
import classes from './key-hint.module.css'

/** Key caps as this platform names them. Decoration: the registry is what works. */
export function KeyHint({ keys }: { keys: string }) {
  const { t } = useTranslation('kit')
  return (
    <span className={classes.hint} aria-hidden>
      {keyCaps(keys, bridge().platform === 'darwin').map((cap, index) => (
        <Kbd key={`${cap}${index}`}>{cap === 'Ctrl' ? t('key.ctrl') : cap}</Kbd>
      ))}
    </span>
  )
}
