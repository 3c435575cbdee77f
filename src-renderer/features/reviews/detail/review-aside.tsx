import type { ReviewAsideProps } from './props'

/** Stands until the aside is built. */
export function ReviewAside({ review }: ReviewAsideProps) {
  return <div>{review.company}</div>
}
