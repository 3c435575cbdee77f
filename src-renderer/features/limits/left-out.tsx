import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BatchResult } from '@contract/limits'
import { codeInWords } from '@/app/bridge/sentences'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import classes from './limits.module.css'

/** LIM-13: what a batch left out, account by account, and why. */
export function LeftOut({ left }: { left: BatchResult['left'] }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  if (left.length === 0) return null
  return (
    <Banner tone="warn" icon={IconInfoCircle}>
      <p>{t('left.title', { count: left.length, number: format.number(left.length) })}</p>
      <ul className={classes.left}>
        {left.map(({ id, company, code }) => (
          <li key={id}>
            <strong>{company}</strong> {codeInWords('limits:left.code', code)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
