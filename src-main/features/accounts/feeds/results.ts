import { DIRECTIVE_RESULTS, textOf, type FeedRow, type FeedTaker } from '@kernel/feeds/index'
import { judgeDirectiveResult, recordDirectiveResult, type DirectiveResult } from '@kernel/outbox/index'
import { hasOwner, ownersOf } from './contacts'

const { at } = DIRECTIVE_RESULTS

/** MSG-05: what became of directives. */
export const directiveResultFeed: FeedTaker = {
  kind: 'directive_results',
  take(taking, rows) {
    const owners = ownersOf(
      taking.db,
      rows.map(({ values }) => values[at.account_id]),
    )
    for (const row of rows) {
      // CAP-03: the erasure itself is confirmed after it.
      const erased = owners.get(textOf(row, at.account_id))?.status === 'erased'
      if (!erased && !hasOwner(taking, row, owners, at.account_id)) continue
      const account = owners.get(textOf(row, at.account_id))?.id ?? ''
      const result = resultOf(row, account)
      const answer = taking.unit === null ? judgeDirectiveResult(taking.db, result) : recordDirectiveResult(taking.unit, result)
      if (answer === 'missing') taking.refuse(row, 'seq', 'unknown_reference')
      else taking.count(row, answer)
      if (answer === 'new' || answer === 'changed') taking.touch(account)
    }
  },
}

function resultOf({ values }: FeedRow, account: string): DirectiveResult {
  return {
    account,
    seq: values[at.seq] as number,
    done: values[at.status] === 'done',
    at: values[at.at] as number,
    error: (values[at.error] as string | null | undefined) ?? null,
  }
}
