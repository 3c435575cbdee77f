import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import type { ReviewView } from '@contract/reviews'
import { SplitPane, useWide } from '@/kit/split-pane'
import { ReviewAside, ReviewDetail } from './detail'
import { evidenceParts } from './evidence-parts'
import { ReviewHead } from './review-head'
import classes from './reviews.module.css'

interface ReviewWorkProps {
  review: ReviewView
  /** Place in the loaded list, from 0; null: not in it. */
  place: number | null
  total: Total | undefined
  /** The workspace clock, ms UTC. */
  now: number
  onReview: (id: string) => void
}

/** px of window from which the aside stands beside the detail. */
const ASIDE_FROM = 1200

/** One look at one review: head, detail and aside. */
export function ReviewWork({ review, place, total, now, onReview }: ReviewWorkProps) {
  const { t } = useTranslation('reviews')
  const wide = useWide()
  const [ticked] = useState<ReadonlySet<string>>(new Set())
  return (
    <div className={classes.work}>
      <ReviewHead review={review} place={place} total={total} now={now} />
      <div className={classes.middle}>
        <SplitPane
          id="reviews"
          main={
            <div className={classes.scroll}>
              <ReviewDetail
                review={review}
                parts={evidenceParts(review)}
                ticked={ticked}
                onTick={() => undefined}
                onEvidence={() => undefined}
                seenEvidence={() => undefined}
                versionsOpen={false}
                onVersions={() => undefined}
              />
            </div>
          }
          aside={
            <div className={classes.scroll}>
              <ReviewAside review={review} onReview={onReview} />
            </div>
          }
          asideLabel={t('detail.aside')}
          asideWidth={wide ? 343 : 316}
          asideOpen={false}
          onAsideClose={() => undefined}
          wideFrom={ASIDE_FROM}
        />
      </div>
    </div>
  )
}
