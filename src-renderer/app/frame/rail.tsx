import { IconSearch } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import { useDeskQuery } from '@/app/bridge/queries'
import { pathOf } from '@/app/routes/route'
import { go, useRoute } from '@/app/routes/use-route'
import { SCREENS, screenOf, type ScreenEntry } from '@/app/screens'
import { keyCaps } from '@/app/shortcuts'
import type { Formatters } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { bridge } from '@/app/bridge/bridge'
import { openPalette } from './palette'
import classes from './rail.module.css'
import { UserMenu } from './user-menu'

interface Count {
  text: string
  trouble: boolean
  /** Spoken: "24 open". */
  spoken: string
}

function useCounts(): Partial<Record<ScreenEntry['id'], Count>> {
  const { t } = useTranslation('app')
  const format = useFormat()
  const limits = useDeskQuery('limits.total', { tab: 'open' }, { keepPrevious: true }).data
  const reviews = useDeskQuery('reviews.totals', {}, { keepPrevious: true }).data
  const work = useDeskQuery('scheduler.status', {}, { keepPrevious: true }).data?.mail.work ?? 0
  return {
    ...(reviews === undefined || reviews.queue.count === 0 ? {} : { reviews: reviewCount(reviews, t, format) }),
    ...(limits === undefined || limits.count === 0
      ? {}
      : { limits: { text: format.total(limits), trouble: false, spoken: t('rail.open', { number: format.total(limits) }) } }),
    ...(work === 0 ? {} : { messages: { text: `${format.number(work)} !`, trouble: true, spoken: t('rail.work', { number: format.number(work) }) } }),
  }
}

type Totals = Record<'queue' | 'overdue', Total>

function reviewCount({ queue, overdue }: Totals, t: TFunction<'app'>, format: Formatters): Count {
  const number = format.total(queue)
  if (overdue.count === 0) return { text: number, trouble: false, spoken: t('rail.open', { number }) }
  return { text: `${number} !`, trouble: true, spoken: t('rail.overdue', { number, overdue: format.total(overdue) }) }
}

/** The rail: every screen that works, with what waits in it. */
export function Rail() {
  const { t } = useTranslation('app')
  const here = screenOf(useRoute()).id
  const counts = useCounts()
  const isMac = bridge().platform === 'darwin'
  return (
    <nav className={classes.rail} aria-label={t('rail.label')} data-pane tabIndex={-1}>
      <button type="button" className={classes.search} onClick={openPalette} aria-label={t('palette.open')}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <KeyHint keys="mod+k" />
      </button>
      <div className={classes.line} />
      {SCREENS.filter(({ rail }) => rail !== false).map(({ id, icon: ScreenIcon, route, keys, rail }) => {
        const count = counts[id]
        return (
          <Fragment key={id}>
            {rail === 'new' ? <div className={classes.line} /> : null}
            <a
              className={classes.item}
              href={`#${pathOf(route)}`}
              aria-current={id === here ? 'page' : undefined}
              title={keyCaps(keys, isMac).join(' ')}
              onClick={(event) => {
                event.preventDefault()
                go(route)
              }}
            >
              <ScreenIcon size={19} stroke={1.6} aria-hidden />
              <span className={classes.word}>{t(`screen.${id}`)}</span>
              {count === undefined ? null : (
                <>
                  <span className={classes.count} data-trouble={count.trouble || undefined} aria-hidden>
                    {count.text}
                  </span>
                  <span className={classes.spoken}>{count.spoken}</span>
                </>
              )}
            </a>
          </Fragment>
        )
      })}
      <UserMenu />
    </nav>
  )
}
