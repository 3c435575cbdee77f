import type { SegmentSettings } from '@contract/segments'
import type { ReadDb } from '@kernel/database/index'
import { defineEvent, field, record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import { WORKSPACE_ENTITY } from '@kernel/scheduler/index'
import { readSetting, writeSetting } from '@kernel/settings/index'
import type { Unit } from '@kernel/unit'

const DEFAULT: SegmentSettings = { noticeHours: 24, segmentDays: 7, accountDays: 30, clicks: [] }

export const readSegmentSettings = (db: ReadDb): SegmentSettings => readSetting(db, 'segments', DEFAULT)

export const settingsSaved = defineEvent({
  kind: 'segments.settings_saved',
  body: { notice_hours: field.integer, segment_days: field.integer, account_days: field.integer, clicks: field.list(field.token) },
  apply: (db, { body }) =>
    writeSetting(db, 'segments', {
      noticeHours: body.notice_hours,
      segmentDays: body.segment_days,
      accountDays: body.account_days,
      clicks: body.clicks,
    }),
})

/** SEG-05 to SEG-07. What lies already follows at the next look at its account. @throws Refusal `ladder_upside_down` */
export function saveSegmentSettings(unit: Unit, { noticeHours, segmentDays, accountDays, clicks }: SegmentSettings): null {
  if (accountDays <= segmentDays) throw new Refusal('ladder_upside_down')
  const body = { notice_hours: noticeHours, segment_days: segmentDays, account_days: accountDays, clicks: [...clicks] }
  record(unit, settingsSaved, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'SEG-05', body })
  unit.changed('segments', 'settings')
  return null
}
