import type { Output } from '@contract/index'
import type { ReadDb } from '@kernel/database/index'
import type { Services } from '@kernel/services'

/** The last steps, newest first, with the account each concerned. */
export function recentSteps(db: ReadDb, { scheduler }: Services): Output<'scheduler.recent'> {
  return scheduler.recent.map(({ at, feature, step, entity, rule }) => {
    const account = db.get<{ id: string; company: string }>(
      "SELECT a.id, a.company FROM external_id x JOIN account a ON a.id = x.entity WHERE x.kind = 'account' AND x.external = ?",
      entity,
    )
    return { at, feature, step, rule, company: account?.company ?? null, accountUuid: account?.id ?? null }
  })
}
