import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SignalView } from '@contract/reviews'
import { codeInWords } from '@/app/bridge/sentences'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import { Section } from './section'

const LOOKS = { against: ['bad', IconAlertTriangle], note: ['plain', IconInfoCircle], for: ['ok', IconCircleCheck] } as const
const ORDER = ['against', 'note', 'for'] as const
const MOST_WEIGHT = 5

/** REV-12: each says what was seen, why it matters, and its weight. They help, never decide; nothing adds them up. */
export function Signals({ signals }: { signals: readonly SignalView[] }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const sorted = ORDER.flatMap((leans) => signals.filter((one) => one.leans === leans).sort((a, b) => b.weight - a.weight))
  return (
    <Section title={t('signals.title')} note={format.number(signals.length)} end={<span className={classes.quiet}>{t('signals.neverSummed')}</span>}>
      {signals.length === 0 ? <p className={classes.quiet}>{t('signals.none')}</p> : null}
      <ul className={classes.signals}>
        {sorted.map((signal) => (
          <Signal key={`${signal.id} ${signal.seen}`} signal={signal} />
        ))}
      </ul>
    </Section>
  )
}

function Signal({ signal: { id, seen, params, leans, weight } }: { signal: SignalView }) {
  const { t } = useTranslation(['reviewDetail', 'signals'])
  const [tone, LeanIcon] = LOOKS[leans]
  return (
    <li data-tone={tone}>
      <LeanIcon size={15} stroke={1.7} aria-hidden />
      <div>
        <p className={classes.signalHead}>
          <strong>{t(`signals:${id}.title`)}</strong>
          <span className={classes.weight} role="img" aria-label={t('reviewDetail:signals.weight', { leans: t(`reviewDetail:leans.${leans}`), weight })}>
            {t(`reviewDetail:leans.${leans}`)}
            <span className={classes.bars} aria-hidden>
              {Array.from({ length: MOST_WEIGHT }, (_, nth) => (
                <i key={nth} data-full={nth < weight || undefined} />
              ))}
            </span>
            {weight}
          </span>
        </p>
        <p>
          {codeInWords(`signals:${id}`, seen, params)}. <span className={classes.quiet}>{t(`signals:${id}.why`)}</span>
        </p>
      </div>
    </li>
  )
}
