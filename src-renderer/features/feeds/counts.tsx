import { useTranslation } from 'react-i18next'
import type { FeedCounts } from '@contract/feeds'
import { useFormat } from '@/kit/format/use-format'
import classes from './feeds.module.css'

const ORDER = ['rows', 'new', 'changed', 'same', 'stale', 'awaited', 'bad'] as const

/** What a file's rows are, in figures (FED-05). */
export function Counts({ counts }: { counts: FeedCounts }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  return (
    <dl className={classes.counts}>
      {ORDER.map((name) => (
        <div
          key={name}
          data-bad={(name === 'bad' && counts.bad > 0) || undefined}
          data-none={counts[name] === 0 || undefined}
          title={t(`countText.${name}`)}
        >
          <dt>{t(`count.${name}`)}</dt>
          <dd>{format.number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
