import type { ReviewSettings } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { defineEvent, field, record } from '@kernel/journal/index'
import { WORKSPACE_ENTITY } from '@kernel/scheduler/index'
import { readSetting, writeSetting } from '@kernel/settings/index'
import type { Unit } from '@kernel/unit'

const DEFAULT: ReviewSettings = { undoSeconds: 10, claimMinutes: 15, sampleDays: 30 }

export const readReviewSettings = (db: ReadDb): ReviewSettings => readSetting(db, 'reviews', DEFAULT)

export const settingsSaved = defineEvent({
  kind: 'reviews.settings_saved',
  body: { undo_seconds: field.integer, claim_minutes: field.integer, sample_days: field.integer },
  apply: (db, { body }) => {
    const settings: ReviewSettings = { undoSeconds: body.undo_seconds, claimMinutes: body.claim_minutes, sampleDays: body.sample_days }
    writeSetting(db, 'reviews', settings)
  },
})

/** What is decided already keeps the window and the dates it was decided with. */
export function saveReviewSettings(unit: Unit, { undoSeconds, claimMinutes, sampleDays }: ReviewSettings): null {
  const body = { undo_seconds: undoSeconds, claim_minutes: claimMinutes, sample_days: sampleDays }
  record(unit, settingsSaved, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'REV-13', body })
  unit.changed('reviews', 'settings')
  return null
}
