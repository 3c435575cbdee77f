import { CAPABILITIES, type AccountStatus, type Capability, type Cause } from '@contract/accounts'

/** CAP-02: what takes what away. */
const TAKES: Readonly<Record<Cause, readonly Capability[]>> = {
  erased: CAPABILITIES,
  access_ended: CAPABILITIES,
  blocked: CAPABILITIES,
  restricted: ['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts'],
  invoice: ['run_segments', 'share_leads', 'send_to_groups'],
}

export function takenBy(cause: Cause): readonly Capability[] {
  return TAKES[cause]
}

export interface Reason {
  cause: Cause
  /** ms UTC */
  since: number
  rule: string
}

export interface CapabilityState {
  capability: Capability
  on: boolean
  reasons: Reason[]
}

/** CAP-01: on while no reason lies against it. */
export function capabilitiesUnder(reasons: readonly Reason[]): CapabilityState[] {
  return CAPABILITIES.map((capability) => {
    const against = reasons.filter(({ cause }) => TAKES[cause].includes(capability))
    return { capability, on: against.length === 0, reasons: against }
  })
}

export interface Standing {
  causes: ReadonlySet<Cause>
  /** Cancelled, with access until the end of the billing cycle. */
  cancelled: boolean
  /** A limit case is open and a warning process runs. */
  warned: boolean
}

/** CAP-02: the first that applies is shown. */
export function statusOf({ causes, cancelled, warned }: Standing): AccountStatus {
  if (causes.has('erased')) return 'erased'
  if (causes.has('blocked')) return 'blocked'
  if (causes.has('access_ended')) return 'ended'
  if (causes.has('restricted')) return 'restricted'
  if (cancelled) return 'cancelled'
  return warned ? 'warned' : 'active'
}
