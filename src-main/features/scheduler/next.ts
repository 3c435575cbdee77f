import type { SchedulerStatus } from '@contract/scheduler'
import type { ReadDb } from '@kernel/database/index'
import type { Services } from '@kernel/services'

/** The next thing that falls due, named; null when nothing lies ahead. */
export function nextStep(db: ReadDb, { scheduler }: Services, now: number): SchedulerStatus['next'] {
  const upcoming = scheduler.upcoming(db, now - 1)
  if (upcoming === null) return null
  const { at, feature, item } = upcoming
  if (item === null) return { at, feature, step: 'hand_over', company: null }
  const company =
    item.account === undefined ? null : (db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', item.account)?.company ?? null)
  return { at, feature, step: item.step, company }
}
