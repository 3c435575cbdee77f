import { BLOCKLIST_SYNCS, distinctEntities, entityTaker, storedRows, textOf } from '@kernel/feeds/index'

const { at } = BLOCKLIST_SYNCS

/** The CRMs a chunk's rows name, by platform id. */
type Crms = ReadonlyMap<string, { readonly id: string; readonly account: string }>

/** SEG-05: blocklists read from a CRM. */
export const syncFeed = entityTaker<Crms>({
  kind: 'blocklist_syncs',
  entity: 'sync',
  table: 'blocklist_sync',
  versioned: false,
  id: at.sync_id,
  copies: [
    ['started_at', at.started_at],
    ['finished_at', at.finished_at],
    ['blocked', at.blocked],
    ['newly_blocked', at.newly_blocked],
    ['removed_at', at.removed_at],
  ],
  prepare({ db }, rows) {
    const entities = distinctEntities(
      db,
      'crm',
      rows.map(({ values }) => values[at.crm_id]),
    )
    const stored = storedRows<{ id: string; account: string }>(db, 'crm', 't.id, t.account', [...entities.values()])
    return new Map([...entities].map(([external, id]) => [external, stored.get(id)!]))
  },
  acceptable(taking, row, crms, stored) {
    const crm = textOf(row, at.crm_id)
    const problem = problemOf(taking.announced.has('crms', crm), crms.get(crm)?.id, stored)
    if (problem !== null) taking.refuse(row, 'crm_id', problem)
    else if (endsBeforeStart(row.values[at.started_at], row.values[at.finished_at])) taking.refuse(row, 'finished_at', 'ends_before_start')
    else return true
    return false
  },
  extra: (row, crms) => ({ crm: crms.get(textOf(row, at.crm_id))!.id }),
  inserted(_unit, taking, rows, crms) {
    for (const { row } of rows) taking.touch(crms.get(textOf(row, at.crm_id))!.account)
  },
  updated: (_unit, taking, row, _stored, _changes, crms) => taking.touch(crms.get(textOf(row, at.crm_id))!.account),
})

function problemOf(announced: boolean, crm: string | undefined, stored: { readonly [column: string]: unknown } | undefined): string | null {
  if (crm === undefined) return announced ? null : 'unknown_reference'
  return stored === undefined || stored['crm'] === crm ? null : 'other_crm'
}

const endsBeforeStart = (start: unknown, end: unknown): boolean => typeof start === 'number' && typeof end === 'number' && end < start
