import type { Unit } from '../unit'
import { canonical } from './canonical'
import { commitmentOf, entryHash, GENESIS } from './chain'
import type { Detail, EventDefinition } from './event'

export interface Recorded<Body> {
  /** Internal uuid of what is decided on. */
  entity: string
  /** Internal uuid of the account concerned; its timeline shows the entry. */
  account: string | null
  /** The entity's version after this decision. */
  version: number
  rule: string
  body: Body
  /** What the state was and is, as tokens, for "before → after". */
  before?: string | null
  after?: string | null
  /** Personal details and free text: erasable, committed to by salted hash. */
  detail?: Detail | null
}

/**
 * JNL-01: applies a decision and journals it, in the unit's transaction.
 * @throws ZodError when the body holds what a body may not hold
 */
export function record<Body>(unit: Unit, definition: EventDefinition<Body>, event: Recorded<Body>): { seq: number; id: string } {
  const { db, ids, now } = unit
  const checked = definition.schema.parse(event.body)
  const body = canonical({ ...(checked as object), ...states(event) })
  const actor = unit.actor.kind === 'operator' ? unit.actor.id : unit.actor.kind
  const id = ids.next()
  const head = db.get<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1')
  const seq = (head?.seq ?? 0) + 1
  const prev = head?.hash ?? GENESIS

  let commitment: Buffer | null = null
  const detail = event.detail ?? null
  if (detail !== null) {
    const salt = ids.bytes(16)
    const json = canonical(detail)
    commitment = commitmentOf(salt, json)
    db.run('INSERT INTO detail (entry_id, salt, json) VALUES (?, ?, ?)', id, salt, json)
  }
  const { entity, account, version, rule } = event
  const entry = { seq, id, at: now, actor, kind: definition.kind, entity, account, version, rule, body, commitment }
  db.run(
    'INSERT INTO entry (seq, id, at, actor, kind, entity, account, version, rule, body, commitment, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    seq,
    id,
    now,
    actor,
    definition.kind,
    entity,
    account,
    version,
    rule,
    body,
    commitment,
    prev,
    entryHash(entry, prev),
  )
  // Without a hub an op is an entry at once, in the same transaction.
  db.run(
    'INSERT INTO op (id, command_id, entity, base_version, entry_seq) VALUES (?, ?, ?, ?, ?)',
    id,
    unit.commandId,
    entity,
    Math.max(0, version - 1),
    seq,
  )
  definition.apply(db, { id, at: now, actor, entity, account, version, rule, body: checked, detail })
  unit.changed('journal')
  return { seq, id }
}

const TOKEN = /^[a-z][a-z0-9_]{0,63}$/

function states(event: { before?: string | null; after?: string | null }): { before?: string; after?: string } {
  const kept: { before?: string; after?: string } = {}
  for (const name of ['before', 'after'] as const) {
    const value = event[name]
    if (value === undefined || value === null) continue
    if (!TOKEN.test(value)) throw new TypeError(`journal state is no token: ${name}`)
    kept[name] = value
  }
  return kept
}
