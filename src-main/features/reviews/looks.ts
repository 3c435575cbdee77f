import type { ParsedInput } from '@contract/index'
import type { ReviewView } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import type { Unit } from '@kernel/unit'
import { existing, operatorOf } from './commands'
import { loadAnswers, loadGroup, submissionOf } from './facts'
import type { Review } from './review'

type Seen = Readonly<Record<string, string | null>>

/** What a customer changes on their own; what operators do isn't news to them. */
const BY_CUSTOMER = "('reviews.submitted', 'reviews.found_incomplete', 'reviews.changed', 'reviews.answered')"

/** REV-07: the customer added something since this operator last looked. Who never looked has it all before them: false. */
export function hasChanged(db: ReadDb, { id, version }: Review, operator: string): boolean {
  const seen = db.get<{ version: number }>('SELECT version FROM review_seen WHERE review = ? AND operator = ?', id, operator)
  if (seen === undefined || seen.version >= version) return false
  return db.get(`SELECT 1 FROM entry WHERE entity = ? AND version > ? AND kind IN ${BY_CUSTOMER} LIMIT 1`, id, seen.version) !== undefined
}

/** What a reviewer looks at, by field; the contact person isn't part of it (REV-12). */
function lookOf(db: ReadDb, review: Review): Seen {
  const group = loadGroup(db, review.group)
  const {
    id: _id,
    hasContact: _contact,
    recordedBy: _by,
    recordedSource: _source,
    ...submission
  } = submissionOf(db, review) ?? ({} as Record<string, never>)
  const facts = {
    name: group?.name,
    receivers: group?.receivers,
    source: group?.source,
    answers: loadAnswers(db, review.group).length,
    ...submission,
  }
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, value == null ? null : String(value)]))
}

/** Which fields changed since this operator last looked, with what they were. */
export function changesSince(db: ReadDb, review: Review, operator: string): ReviewView['changes'] {
  const row = db.get<{ seen: string }>('SELECT seen FROM review_seen WHERE review = ? AND operator = ?', review.id, operator)
  if (row === undefined) return []
  const before = JSON.parse(row.seen) as Seen
  const after = lookOf(db, review)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after)
}

/** This operator has looked at this version. One that is gone already stays unseen. @throws Refusal `review_missing` */
export function seen(unit: Unit, { id, version }: ParsedInput<'reviews.seen'>): null {
  const { db } = unit
  const review = existing(db, id)
  if (review.version !== version) return null
  db.run(
    'INSERT OR REPLACE INTO review_seen (review, operator, version, at, seen) VALUES (?, ?, ?, ?, ?)',
    id,
    operatorOf(unit),
    version,
    unit.now,
    JSON.stringify(lookOf(db, review)),
  )
  unit.changed('reviews')
  return null
}
