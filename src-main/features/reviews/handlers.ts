import { command, query, type Handlers } from '@kernel/bridge/index'
import { claim, colleaguesOf, handOver, release, snooze } from './claims'
import { pageOfReviews, totalOfReviews } from './list'
import { seen } from './looks'
import type { Looking } from './own'
import { saveReason } from './policy/commands'
import { policyOf } from './policy/words'
import { previewDecision } from './preview'
import { getReview, languageOf, nextReview, reviewsOfAccount, rowsOf, totalsOfReviews } from './queries'
import { removeReply, repliesOf, saveReply } from './replies/replies'
import { burnDown } from './reports/burn-down'
import { reviewReport } from './reports/review-report'
import { removeView, saveView, viewsOf } from './views'
import type { QueryContext } from '@kernel/bridge/index'

const looking = ({ session, now }: QueryContext): Looking => ({ operator: session!.operatorId, now })

/** The queue, what an operator does with it without deciding, the catalogue, replies and reports. */
export const queueHandlers: Handlers = {
  'reviews.list': query((context, { cursor, limit, sort, descending, ...filter }) => {
    const page = pageOfReviews(context.db, filter, { sort, descending }, cursor ?? null, limit, looking(context))
    return { rows: rowsOf(context.db, page.rows, looking(context)), cursor: page.cursor }
  }),
  'reviews.total': query((context, filter) => totalOfReviews(context.db, filter, looking(context))),
  'reviews.totals': query((context) => totalsOfReviews(context.db, looking(context))),
  'reviews.get': query(({ db, now, session }, { id }) => getReview(db, id, now, session!)),
  'reviews.of_account': query((context, { accountUuid, cursor, limit }) =>
    reviewsOfAccount(context.db, accountUuid, cursor ?? null, limit, looking(context)),
  ),
  'reviews.next': query((context, { after }) => ({ id: nextReview(context.db, after ?? null, looking(context)) })),
  'reviews.colleagues': query(({ db, session }) => colleaguesOf(db, session!.operatorId)),
  'reviews.claim': command((unit, input) => claim(unit, input)),
  'reviews.release': command((unit, input) => release(unit, input)),
  'reviews.hand_over': command((unit, input) => handOver(unit, input)),
  'reviews.snooze': command((unit, input) => snooze(unit, input)),
  'reviews.seen': command((unit, input) => seen(unit, input)),
  'reviews.policy': query(({ db, session }, { language }) => policyOf(db, language ?? languageOf(session))),
  'reviews.save_reason': command((unit, input, { session }) => saveReason(unit, input, languageOf(session))),
  'reviews.replies': query(({ db }, { language }) => repliesOf(db, language ?? null)),
  'reviews.save_reply': command((unit, input) => saveReply(unit, input)),
  'reviews.remove_reply': command((unit, input) => removeReply(unit, input)),
  'reviews.preview': query(({ db, session }, input) => previewDecision(db, input, session!.operatorId)),
  'reviews.views': query(({ db, session }) => viewsOf(db, session!.operatorId)),
  'reviews.save_view': command((unit, input) => saveView(unit, input)),
  'reviews.remove_view': command((unit, input) => removeView(unit, input)),
  'reports.reviews': query(({ db, session }, span) => reviewReport(db, span, languageOf(session))),
  'reports.burn_down': query((context) => burnDown(context.db, looking(context))),
}
