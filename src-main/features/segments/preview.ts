import { createHash } from 'node:crypto'
import type { SegmentPreview, SegmentSelection } from '@contract/segments'
import { externalId, reasonsOf, capabilitiesUnder } from '@features/accounts/index'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { inOrder } from './rules'
import { chosenSegments } from './selection'
import { namedSegments, openHolds, type OpenHold } from './store'

type Act = 'hold' | 'release'

export interface Plan {
  readonly fingerprint: string
  /** By account, internal uuids: what the command acts on. Of a release: the operators' holds to lift. */
  readonly parts: ReadonlyMap<string, { readonly segments: readonly string[]; readonly holds: readonly OpenHold[] }>
}

/** SEG-08: what holding or releasing comes to; preview and command share it. @throws Refusal `id_unknown`, `nothing_chosen`, `nothing_to_release` */
export function planOf(db: ReadDb, act: Act, selection: SegmentSelection): Plan {
  const parts = new Map<string, { segments: readonly string[]; holds: OpenHold[] }>()
  const hash = createHash('sha256').update(act)
  for (const [account, chosen] of chosenSegments(db, selection)) {
    const lying = openHolds(db, chosen)
    const holds = lying.filter(({ cause }) => cause === 'operator')
    const held = new Set(holds.map(({ segment }) => segment))
    const segments = act === 'hold' ? chosen : chosen.filter((segment) => held.has(segment))
    hash.update(JSON.stringify([account, segments, lying, namedSegments(db, segments).map(({ wanted }) => wanted)]))
    if (segments.length > 0) parts.set(account, { segments, holds })
  }
  if (parts.size === 0) throw new Refusal('nothing_to_release')
  return { parts, fingerprint: hash.digest('hex').slice(0, 32) }
}

/** @throws Refusal `preview_outdated`: something changed since */
export function previewed(plan: Plan, fingerprint: string | null | undefined): Plan {
  if (fingerprint != null && fingerprint !== plan.fingerprint) throw new Refusal('preview_outdated')
  return plan
}

const MOST_LISTED = 1_000

export function previewOf(db: ReadDb, { act, selection }: { act: Act; selection: SegmentSelection }): SegmentPreview {
  const { parts, fingerprint } = planOf(db, act, selection)
  const preview: SegmentPreview = { fingerprint, segments: 0, changes: [], more: false, messages: [] }
  for (const [account, { segments, holds }] of parts) {
    preview.segments += segments.length
    const company = db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company ?? ''
    const templates = act === 'hold' ? 1 : new Set(holds.map(({ source }) => source)).size
    const message = { accountUuid: account, accountId: externalId(db, 'account', account), company, template: `segments.${act === 'hold' ? 'held' : 'released'}` }
    for (let n = 0; n < templates; n++) preview.messages.push(message)
    if (preview.changes.length < MOST_LISTED) preview.changes.push(...changesOf(db, { act, account, company, segments }).slice(0, MOST_LISTED - preview.changes.length))
  }
  preview.more = preview.segments > preview.changes.length
  return preview
}

function changesOf(
  db: ReadDb,
  { act, account, company, segments }: { act: Act; account: string; company: string; segments: readonly string[] },
): SegmentPreview['changes'] {
  const mayRun = maySegmentsRun(db, account)
  const lying = openHolds(db, segments)
  return namedSegments(db, segments).map(({ id, external, name, wanted }) => {
    const causes = new Set(lying.filter(({ segment }) => segment === id).map(({ cause }) => cause))
    const activeBefore = mayRun && wanted === 1 && causes.size === 0
    if (act === 'hold') causes.add('operator')
    else causes.delete('operator')
    return { id, segmentId: external, name, company, activeBefore, activeAfter: mayRun && wanted === 1 && causes.size === 0, left: inOrder(causes) }
  })
}

/** CAP-02 */
export const maySegmentsRun = (db: ReadDb, account: string): boolean =>
  capabilitiesUnder(reasonsOf(db, account)).some(({ capability, on }) => capability === 'run_segments' && on)
