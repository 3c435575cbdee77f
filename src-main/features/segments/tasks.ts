import { externalId } from '@features/accounts/index'
import type { DueItem, Task } from '@kernel/scheduler/index'
import { reconcile } from './reconcile'

interface InvoiceItem extends DueItem {
  readonly owner: string
}

/** SEG-07: unpaid invoices climb on their day. It takes capabilities away in the end: not while the clock is in doubt (SCH-03). */
export const invoiceTask: Task<InvoiceItem> = {
  feature: 'segments',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(climbs_at) AS at FROM invoice WHERE climbs_at > ?', after)?.at ?? null,
  due: (db, { now, limit, reversibleOnly }) =>
    reversibleOnly
      ? []
      : db
          .all<{ id: string; account: string; climbs_at: number }>(
            'SELECT id, account, climbs_at FROM invoice WHERE climbs_at <= ? ORDER BY climbs_at, id LIMIT ?',
            now,
            limit,
          )
          .map(({ id, account, climbs_at }) => ({ key: `segments-invoice/${id}`, step: 'hold', dueAt: climbs_at, account, owner: account })),
  carryOut: (unit, { owner }) =>
    reconcile(unit, owner).climbed.map(({ invoice, stage }) => ({
      at: unit.now,
      feature: 'segments',
      step: stage === 2 ? 'hold_account' : 'hold',
      entity: externalId(unit.db, 'invoice', invoice),
      rule: 'SEG-07',
    })),
}
