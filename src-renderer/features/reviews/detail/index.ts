export { ReviewAside } from './review-aside'
export { ReviewDetail } from './review-detail'
