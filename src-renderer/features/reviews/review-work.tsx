import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import type { ReviewView } from '@contract/reviews'
import { SplitPane, useWide } from '@/kit/split-pane'
import { DecisionBar } from './decision-bar'
import { ReviewAside, ReviewDetail } from './detail'
import { ReviewHead } from './review-head'
import classes from './reviews.module.css'
import { useDeciding, type DecidingInput } from './use-deciding'
import { useLook } from './use-look'
import { useReviewKeys } from './use-review-keys'

export interface ReviewWorkProps extends Pick<DecidingInput, 'drafts' | 'now' | 'onDecided' | 'onSkip' | 'onDialog' | 'onUndo' | 'onRecord'> {
  review: ReviewView
  /** Place in the loaded list, from 0; null: not in it. */
  place: number | null
  total: Total | undefined
  onReview: (id: string) => void
}

/** px of window from which the aside stands beside the detail. */
const ASIDE_FROM = 1200

/** One look at one review: head, detail and aside, and under them the decision. */
export function ReviewWork({ review, place, total, onReview, ...input }: ReviewWorkProps) {
  const { t } = useTranslation('reviews')
  const wide = useWide()
  const besides = useWide(ASIDE_FROM)
  const [versions, setVersions] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const look = useLook(review)
  const deciding = useDeciding({ ...input, review, look, onVersions: () => setVersions(true) })
  useReviewKeys(deciding, () => setVersions(!versions))
  return (
    <div className={classes.work}>
      <ReviewHead review={review} place={place} total={total} now={input.now} onAside={besides ? null : () => setDrawer(true)} />
      <div className={classes.middle}>
        <SplitPane
          id="reviews"
          main={
            <div className={classes.scroll}>
              <ReviewDetail
                key={look.version}
                review={look.review}
                parts={deciding.parts}
                ticked={look.ticked}
                onTick={look.tick}
                onEvidence={() => deciding.openEvidence?.()}
                seenEvidence={look.saw}
                versionsOpen={versions}
                onVersions={setVersions}
              />
            </div>
          }
          aside={
            <div className={classes.scroll}>
              <ReviewAside review={look.review} onReview={onReview} />
            </div>
          }
          asideLabel={t('detail.aside')}
          asideWidth={wide ? 343 : 316}
          asideOpen={drawer}
          onAsideClose={() => setDrawer(false)}
          wideFrom={ASIDE_FROM}
        />
      </div>
      <DecisionBar deciding={deciding} />
    </div>
  )
}
