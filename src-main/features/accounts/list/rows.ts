import type { AccountRow, AccountStatus } from '@contract/accounts'
import type { Language, Page, Total } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { AccountFilter } from './filter'
import { isSearch, searchedPage, searchedTotal } from './searched'
import { sortedPage, sortedTotal, type Order } from './sorted'

interface Row {
  id: string
  external: string | null
  company: string
  plan: string
  plan_external: string | null
  plan_name: string
  limits: string
  status: AccountStatus
  language: Language
  country: string
  contacts_used: number
  created_at: number
}

/** With a search the order is that of the words found; `order` counts without. @throws Refusal `cursor_malformed` */
export function listAccounts(db: ReadDb, filter: AccountFilter, order: Order, cursor: string | null, limit: number): Page<AccountRow> {
  const page = isSearch(filter) ? searchedPage(db, filter, cursor, limit) : sortedPage(db, filter, order, cursor, limit)
  return { rows: rowsOf(db, page.ids), cursor: page.cursor }
}

export function countAccounts(db: ReadDb, filter: AccountFilter, exact: boolean): Total {
  return isSearch(filter) ? searchedTotal(db, filter, exact) : sortedTotal(db, filter, exact)
}

function rowsOf(db: ReadDb, ids: readonly string[]): AccountRow[] {
  const limits = new Map<string, Record<string, number>>()
  const limitsOf = (plan: string, json: string): Record<string, number> => {
    const known = limits.get(plan) ?? (JSON.parse(json) as Record<string, number>)
    limits.set(plan, known)
    return known
  }
  return db
    .all<Row>(
      `SELECT a.id, x.external, a.company, a.plan, y.external AS plan_external, p.name AS plan_name, p.limits, a.status, a.language, a.country, a.contacts_used, a.created_at
         FROM json_each(?) j CROSS JOIN account a ON a.id = j.value CROSS JOIN plan p ON p.id = a.plan
         LEFT JOIN external_id x ON x.entity = a.id AND x.kind = 'account' LEFT JOIN external_id y ON y.entity = a.plan AND y.kind = 'plan' ORDER BY j.key`,
      JSON.stringify(ids),
    )
    .map((row) => ({
      id: row.id,
      accountId: row.external ?? '',
      company: row.company,
      planName: row.plan_name,
      planId: row.plan_external ?? row.plan,
      status: row.status,
      language: row.language,
      country: row.country,
      contactsUsed: row.contacts_used < 0 ? null : row.contacts_used,
      contactsLimit: limitsOf(row.plan, row.limits)['contacts'] ?? null,
      createdAt: row.created_at,
    }))
}
