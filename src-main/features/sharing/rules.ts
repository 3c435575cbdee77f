import type {
  CompanyField,
  Condition,
  ConditionName,
  DeliveryReason,
  DeliveryState,
  Party,
  SetupState,
  SetupStep,
  SetupStepName,
} from '@contract/sharing'
import { SETUP_STEPS } from '@contract/sharing'
import { isBurst, isScanner } from './scanners'

/** From `from` to before `until` (ms UTC; null: open). */
export interface Term {
  readonly from: number
  readonly until: number | null
}

export interface PartyFacts {
  /** Neither blocked, ended, erased nor gone (CAP-03). */
  readonly open: boolean
  /** Internal uuid. */
  readonly team: string | null
  readonly addon: readonly Term[]
}

/** All that decides whether a setup shares. */
export interface SetupFacts {
  readonly sender: PartyFacts & { readonly mayShare: boolean }
  readonly receiver: PartyFacts & { readonly mayImport: boolean }
  /** Since when the receiver accepts leads from this sender (ms UTC); null: it doesn't. */
  readonly acceptedSince: number | null
  readonly strategyPersonal: boolean
  /** The link is the sender's and still there. */
  readonly linkOwned: boolean
  /** They are the receiver's, active and still there. */
  readonly targetStrategy: boolean
  readonly targetGroup: boolean
  readonly terms: 'generated' | 'own' | 'none'
  readonly termsUrl: string | null
  readonly companyFields: readonly CompanyField[]
}

const owns = (terms: readonly Term[], at: number): boolean => terms.some(({ from, until }) => from <= at && (until === null || at < until))

/** SHR-01, SHR-02, SHR-04, CAP-03, CAP-04: every condition at `at` (ms UTC), with who must do something about it. */
export function conditionsOf(facts: SetupFacts, at: number): Condition[] {
  const { sender, receiver } = facts
  const condition = (name: ConditionName, step: SetupStepName, who: Party, met: boolean): Condition => ({ name, step, met, who })
  const data = new Set(facts.terms === 'generated' ? facts.companyFields.map(({ party }) => party) : [])
  return [
    condition('sender_open', 'addons', 'sender', sender.open),
    condition('receiver_open', 'addons', 'receiver', receiver.open),
    condition('sender_addon', 'addons', 'sender', owns(sender.addon, at)),
    condition('receiver_addon', 'addons', 'receiver', owns(receiver.addon, at)),
    condition('same_team', 'addons', 'both', sender.team !== null && sender.team === receiver.team),
    condition('sender_not_held', 'addons', 'sender', sender.mayShare),
    condition('receiver_may_import', 'acceptance', 'receiver', receiver.mayImport),
    condition('receiver_acceptance', 'acceptance', 'receiver', facts.acceptedSince !== null && facts.acceptedSince <= at),
    condition('sender_strategy_personal', 'automation', 'sender', facts.strategyPersonal),
    condition('sender_link', 'automation', 'sender', facts.linkOwned),
    condition('target_strategy', 'automation', 'receiver', facts.targetStrategy),
    condition('target_group', 'automation', 'receiver', facts.targetGroup),
    condition('own_terms', 'document', 'sender', facts.terms !== 'own' || facts.termsUrl !== null),
    condition('company_data', 'document', data.size === 1 ? [...data][0]! : 'both', data.size === 0),
  ]
}

export const missingOf = (conditions: readonly Condition[]): ConditionName[] => conditions.filter(({ met }) => !met).map(({ name }) => name)

/** SHR-02: a step unlocks when all before it are done. */
export function stepsOf(conditions: readonly Condition[]): SetupStep[] {
  let locked = false
  return SETUP_STEPS.map((step) => {
    const own = conditions.filter((condition) => condition.step === step)
    const done = own.every(({ met }) => met)
    const state = locked ? 'locked' : done ? 'done' : 'open'
    locked ||= !done
    return { step, state, conditions: own }
  })
}

/** SHR-06: never active before: a draft; afterwards a pause. */
export function stateAfter(before: SetupState | null, missing: readonly ConditionName[]): SetupState {
  if (missing.length === 0) return 'active'
  return before === null || before === 'draft' ? 'draft' : 'paused'
}

/** The next moment at which a term begins or ends (ms UTC); null: time changes nothing. */
export function nextTurn({ sender, receiver, acceptedSince }: SetupFacts, now: number): number | null {
  const turns = [...sender.addon, ...receiver.addon].flatMap(({ from, until }) => [from, until])
  const ahead = [...turns, acceptedSince].filter((at): at is number => at !== null && at > now)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

export interface LeadFacts {
  readonly erased: boolean
  readonly optedOut: boolean
  readonly onSendersList: boolean
  readonly onReceiversList: boolean
}

/** SHR-09: never delivered. */
export function leadBar({ erased, optedOut, onSendersList, onReceiversList }: LeadFacts): DeliveryReason | null {
  if (erased) return 'lead_erased'
  if (optedOut) return 'opted_out'
  if (onSendersList) return 'sender_blocklist'
  return onReceiversList ? 'receiver_blocklist' : null
}

export interface Clicked {
  readonly clickedAt: number
  readonly sentAt: number | null
  readonly userAgent: string | null
}

export interface Judged {
  readonly state: Extract<DeliveryState, 'delivered' | 'quarantined' | 'refused'>
  readonly why: DeliveryReason | null
}

/**
 * SHR-05, SHR-06, SHR-09: what a click leads to. `before`: what an earlier click of this lead on this automation led to; null: keep it.
 * `paused`: the setup wasn't active at the click, whenever the click is reported.
 */
export function judgeClick(
  before: DeliveryState | null,
  click: Clicked,
  { active, missing, paused, lead }: { active: boolean; missing: readonly ConditionName[]; paused: boolean; lead: LeadFacts },
): Judged | null {
  if (before !== null && before !== 'refused') return null
  const bar = leadBar(lead)
  if (bar !== null) return { state: 'refused', why: bar }
  if (!active) return { state: 'refused', why: 'not_active' }
  if (paused || missing.length > 0) return { state: 'refused', why: 'clicked_in_pause' }
  if (isScanner(click.userAgent)) return { state: 'quarantined', why: 'link_scanner' }
  if (isBurst(click.clickedAt, click.sentAt)) return { state: 'quarantined', why: 'burst' }
  return { state: 'delivered', why: null }
}
