import { SAMPLES, textOf, type FeedRow, type FeedTaker, type Taking } from '@kernel/feeds/index'
import type { Unit } from '@kernel/unit'
import { isMalformed, isRoleAddress, typoOf } from '../addresses'
import { shown } from '../carry-out'
import { sampleTaken } from '../evaluate'
import { sampleOf } from '../facts'
import { isOpen } from '../rules'
import { latestReviewOf } from '../store'
import { groupsNamed, hasGroup, type NamedGroup } from './named-groups'

const { at } = SAMPLES

/** REV-12, REV-17: addresses of attached samples, counted as they come: the addresses go, the counts stay. */
export const sampleFeed: FeedTaker = {
  kind: 'samples',
  take(taking, rows) {
    const groups = groupsNamed(
      taking.db,
      rows.map(({ values }) => values[at.group_id]),
    )
    const good = rows.filter((row) => hasGroup(taking, row, groups, at.group_id))
    const known = knownAmong(taking, good, (row) => groups.get(textOf(row, at.group_id))?.id ?? '')
    const closed = new Map<string, boolean>()
    const fresh = new Map<NamedGroup, string[]>()
    for (const [place, row] of good.entries()) {
      const group = groups.get(textOf(row, at.group_id))
      if (known.has(place) || isAnnounced(taking, row)) taking.count(row, 'same')
      else if (group !== undefined && wasErased(taking, group, closed)) taking.count(row, 'stale')
      else {
        taking.count(row, 'new')
        if (group === undefined) continue
        const addresses = fresh.get(group) ?? []
        fresh.set(group, addresses)
        addresses.push(textOf(row, at.email))
      }
    }
    const { unit } = taking
    if (unit !== null) for (const [group, addresses] of fresh) store(unit, group, addresses)
  },
}

/** Places of rows whose address is stored. */
function knownAmong({ db }: Taking, rows: readonly FeedRow[], groupOf: (row: FeedRow) => string): Set<number> {
  const found = db.all<{ place: number }>(
    `SELECT j.key AS place FROM json_each(?) AS j
     CROSS JOIN address_sample AS s ON s.contact_group = json_extract(j.value, '$[0]') AND s.email = json_extract(j.value, '$[1]')`,
    JSON.stringify(rows.map((row) => [groupOf(row), textOf(row, at.email)])),
  )
  return new Set(found.map(({ place }) => place))
}

/** In a preview: an earlier file brings the same address. */
function isAnnounced({ unit, announced }: Taking, row: FeedRow): boolean {
  if (unit !== null) return false
  const key = JSON.stringify([textOf(row, at.group_id), textOf(row, at.email)])
  if (announced.has('samples', key)) return true
  announced.add('samples', key)
  return false
}

/** REV-17: erased after a decision, a sample doesn't come back with the same file; a review that is open again may ask for one. */
function wasErased({ db }: Taking, { id }: NamedGroup, known: Map<string, boolean>): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  const latest = latestReviewOf(db, id)
  const erased = sampleOf(db, id)?.erasedAt != null && (latest === null || !isOpen(latest))
  known.set(id, erased)
  return erased
}

function store(unit: Unit, { id, account }: NamedGroup, addresses: readonly string[]): void {
  const { db, now } = unit
  db.run('INSERT OR IGNORE INTO address_sample (contact_group, email) SELECT ?, value FROM json_each(?) ORDER BY value', id, JSON.stringify(addresses))
  const count = (is: (address: string) => boolean): number => addresses.filter(is).length
  // A sample that follows an erased one is counted anew.
  db.run(
    `INSERT INTO sample_count (contact_group, addresses, role_addresses, malformed, typo_domains, observed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (contact_group) DO UPDATE SET
       addresses = excluded.addresses + iif(erased_at IS NULL, addresses, 0),
       role_addresses = excluded.role_addresses + iif(erased_at IS NULL, role_addresses, 0),
       malformed = excluded.malformed + iif(erased_at IS NULL, malformed, 0),
       typo_domains = excluded.typo_domains + iif(erased_at IS NULL, typo_domains, 0),
       observed_at = excluded.observed_at, erased_at = NULL`,
    id,
    addresses.length,
    count(isRoleAddress),
    count(isMalformed),
    count((address) => typoOf(address) !== null),
    now,
  )
  sampleTaken(unit, { group: id, account })
  const latest = latestReviewOf(db, id)
  if (latest?.state === 'unsubmitted') shown(unit, latest)
}
