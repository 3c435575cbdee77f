import type { ReadDb } from '@kernel/database/index'
import { DIRECTIVE_RESULTS, type FeedRow, type FeedTaker } from '@kernel/feeds/index'
import { recordDirectiveResult } from '@kernel/outbox/index'
import { textOf } from './bulk'
import { hasOwner, ownersOf } from './contacts'

const { at } = DIRECTIVE_RESULTS

/** MSG-05: what became of directives. */
export const directiveResultFeed: FeedTaker = {
  kind: 'directive_results',
  take(taking, rows) {
    const owners = ownersOf(taking.db, rows.map(({ values }) => values[at.account_id]))
    for (const row of rows) {
      if (!hasOwner(taking, row, owners, at.account_id)) continue
      const account = owners.get(textOf(row, at.account_id))?.id
      const result = resultOf(row, account ?? '')
      const answer = taking.unit === null ? foresee(taking.db, result) : recordDirectiveResult(taking.unit, result)
      if (answer === 'missing') taking.refuse(row, 'seq', 'unknown_reference')
      else taking.count(row, answer === 'recorded' ? 'new' : answer)
      if (answer === 'recorded' && account !== undefined) taking.touch(account)
    }
  },
}

function resultOf(row: FeedRow, account: string): Parameters<typeof recordDirectiveResult>[1] {
  const { values } = row
  return { account, seq: values[at.seq] as number, done: values[at.status] === 'done', at: values[at.at] as number, error: (values[at.error] as string | null | undefined) ?? null }
}

function foresee(db: ReadDb, { account, seq, done, at: when, error }: ReturnType<typeof resultOf>): ReturnType<typeof recordDirectiveResult> {
  const row = db.get<{ state: string; done_at: number | null; error: string | null }>('SELECT state, done_at, error FROM directive WHERE account = ? AND seq = ?', account, seq)
  if (row === undefined) return 'missing'
  if (row.state === (done ? 'done' : 'failed') && row.done_at === when && row.error === error) return 'same'
  return row.state === 'done' || (row.done_at !== null && when < row.done_at) ? 'stale' : 'recorded'
}
