import { createHash } from 'node:crypto'

export const GENESIS = Buffer.alloc(32)

export interface ChainedEntry {
  seq: number
  id: string
  at: number
  actor: string
  kind: string
  entity: string
  account: string | null
  version: number
  rule: string
  /** Canonical JSON as stored. */
  body: string
  commitment: Buffer | null
}

/** JNL-02: SHA-256 over the entry and the hash before it. */
export function entryHash(entry: ChainedEntry, prev: Buffer): Buffer {
  const { seq, id, at, actor, kind, entity, account, version, rule, body, commitment } = entry
  return createHash('sha256')
    .update(JSON.stringify([seq, id, at, actor, kind, entity, account, version, rule, body, commitment?.toString('hex') ?? null]))
    .update(prev)
    .digest()
}

/** JNL-02: commits to an erasable detail without revealing it. */
export function commitmentOf(salt: Buffer, json: string): Buffer {
  return createHash('sha256').update(salt).update(json).digest()
}
