import type { Language } from '@contract/define'
import type { ThreadEntry } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { loadAnswers, loadSubmissions } from './facts'
import type { Looking } from './own'
import { reasonWords } from './policy/words'
import type { Review } from './review'
import { nameOf, snoozeOf } from './review-row'
import { decisionsOf } from './store'

/** A hostile customer's thousands of answers don't fill the screen: the latest count. */
const MOST_ENTRIES = 300

type Entry = Omit<ThreadEntry, 'outcome' | 'state' | 'reasons' | 'text' | 'by'> & Partial<ThreadEntry>

const entry = (own: Entry): ThreadEntry => ({ by: null, outcome: null, state: null, text: null, reasons: [], ...own })

/** REV-07: what was said about the group, oldest first, earlier rounds too (REV-09); decisions that were undone never were. */
export function threadOf(db: ReadDb, review: Review, language: Language, looking: Looking): ThreadEntry[] {
  const rounds = db.all<{ id: string }>('SELECT id FROM review WHERE contact_group = ? ORDER BY id', review.group)
  const entries = [
    ...loadSubmissions(db, review.group).map(({ id, submittedAt, recordedBy }) =>
      entry({ id, at: submittedAt, kind: 'submission', by: recordedBy === null ? null : nameOf(db, recordedBy) }),
    ),
    ...loadAnswers(db, review.group).map(({ id, at, text, recordedBy }) =>
      entry({ id, at, kind: 'answer', text, by: recordedBy === null ? null : nameOf(db, recordedBy) }),
    ),
    ...rounds.flatMap(({ id }) => [...decided(db, id, language), ...reopened(db, id)]),
    ...notes(db, review, looking),
  ]
  return entries.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(-MOST_ENTRIES)
}

function decided(db: ReadDb, review: string, language: Language): ThreadEntry[] {
  return decisionsOf(db, review)
    .filter(({ state }) => state !== 'undone')
    .map(({ id, decidedAt, outcome, state, operator, reasons, said }) =>
      entry({
        id,
        at: decidedAt,
        kind: outcome === 'query' ? 'question' : 'decision',
        by: nameOf(db, operator),
        outcome,
        state,
        text: said?.text ?? null,
        reasons: reasons.map((reason) => reasonWords(db, reason, language).title),
      }),
    )
}

/** REV-09: the admin's reason, until it is erased. */
function reopened(db: ReadDb, review: string): ThreadEntry[] {
  return db
    .all<{ id: string; at: number; actor: string; reason: string | null }>(
      `SELECT e.id, e.at, e.actor, json_extract(d.json, '$.reason') AS reason FROM entry e LEFT JOIN detail d ON d.entry_id = e.id
       WHERE e.entity = ? AND e.kind = 'reviews.reopened' ORDER BY e.seq`,
      review,
    )
    .map(({ id, at, actor, reason }) => entry({ id, at, kind: 'reopened', by: nameOf(db, actor), text: reason }))
}

/** REV-14: what a colleague handed over with, and one's own reminder. */
function notes(db: ReadDb, { id }: Review, looking: Looking): ThreadEntry[] {
  const handed = db.get<{ sender: string; at: number; note: string }>('SELECT sender, at, note FROM review_hand_over WHERE review = ?', id)
  const own = snoozeOf(db, id, looking)
  return [
    ...(handed === undefined
      ? []
      : [entry({ id: `${id}/hand-over`, at: handed.at, kind: 'note', by: nameOf(db, handed.sender), text: handed.note })]),
    ...(own?.note == null ? [] : [entry({ id: `${id}/snooze`, at: looking.now, kind: 'note', by: nameOf(db, looking.operator), text: own.note })]),
  ]
}
