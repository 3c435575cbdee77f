import { judgeBounce, recordBounce } from '../outbox'
import { BOUNCES } from './schema/schemas'
import type { FeedTaker } from './taker'

const { at } = BOUNCES

/** LIM-16: messages that came back. */
export const bounceFeed: FeedTaker = {
  kind: 'bounces',
  take(taking, rows) {
    for (const row of rows) {
      const { values } = row
      const bounce = { messageId: values[at.message_id] as string, at: values[at.at] as number, permanent: values[at.permanent] === 1 }
      const answer = taking.unit === null ? judgeBounce(taking.db, bounce) : recordBounce(taking.unit, bounce)
      if (answer === 'missing') taking.refuse(row, 'message_id', 'unknown_reference')
      else taking.count(row, answer)
    }
  },
}
