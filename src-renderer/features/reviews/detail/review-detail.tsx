import type { ReviewDetailProps } from './props'

/** Stands until the detail is built. */
export function ReviewDetail({ review }: ReviewDetailProps) {
  return <div>{review.groupName}</div>
}
