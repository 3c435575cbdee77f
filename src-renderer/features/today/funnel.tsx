import { useTranslation } from 'react-i18next'
import type { TodayView } from '@contract/today'
import { codeInWords } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { Panel } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import classes from './today.module.css'

/** px of the tallest bar. */
const TALL = 118

/** Open cases by day of the process; what stands still is hatched. */
export function Funnel({ view }: { view: TodayView }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const most = Math.max(1, ...view.funnel.map(({ count }) => count))
  const { week } = view
  return (
    <Panel
      title={t('funnel.title')}
      note={t('funnel.open', { count: view.openCases, number: format.number(view.openCases) })}
      foot={
        <>
          <span>{t('week.title')}</span>
          {(['resolved', 'upgraded', 'restricted', 'warnings'] as const).map((name) => (
            <span key={name}>
              <strong className={classes.figure}>{format.number(week[name])}</strong> {t(`week.${name}`, { count: week[name] })}
            </span>
          ))}
        </>
      }
    >
      {view.openCases === 0 ? (
        <EmptyState title={t('funnel.empty')} text={t('funnel.emptyText')} />
      ) : (
        <ul className={classes.funnel}>
          {view.funnel.map(({ day, count, trouble, troubleKind }) => {
            const height = Math.round((count / most) * TALL)
            const hatched = count === 0 ? 0 : Math.max(trouble > 0 ? 8 : 0, Math.round((trouble / count) * height))
            return (
              <li key={day}>
                <button
                  type="button"
                  className={classes.funnelDay}
                  onClick={() => go({ screen: 'limits', query: { group: 'none', day: String(day) } })}
                >
                  <span className={classes.funnelBarRoom}>
                    <span className={classes.funnelCount}>{format.number(count)}</span>
                    <span className={classes.funnelBar} style={{ height: Math.max(count === 0 ? 1 : 4, height) }} aria-hidden>
                      {trouble === 0 ? null : <span className={classes.funnelTrouble} style={{ height: Math.min(hatched, Math.max(4, height)) }} />}
                    </span>
                  </span>
                  <span className={classes.funnelName}>{t('funnel.day', { day })}</span>
                  <span className={classes.funnelStep}>{t(`funnel.step.${day}`)}</span>
                  <span className={classes.funnelKind}>
                    {trouble === 0
                      ? ''
                      : t('funnel.trouble', { number: format.number(trouble), kind: codeInWords('today:trouble', troubleKind ?? 'other') })}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
