export interface PlanDecision {
  readonly account: string
  readonly from_plan: string
  readonly to_plan: string
  /** ms UTC */
  readonly decided_at: number
  readonly confirmed_at: number | null
}

export interface PlanMove {
  /** The plan that counts from now on. */
  readonly plan: string
  readonly decision: 'stands' | 'confirmed' | 'superseded'
  /** The row still shows what the decision has changed. */
  readonly awaited: boolean
}

/**
 * FED-07: a decided plan counts from the decision. Rows that still show the former one are awaited until the change is confirmed; so is any
 * row seen before the decision. A third plan, seen later, is the customer's own choice and counts. Plans are internal uuids, times ms UTC.
 */
export function planMove(facts: { reported: string; observedAt: number; current: string; decision: PlanDecision | undefined }): PlanMove {
  const { reported, observedAt, current, decision } = facts
  if (decision === undefined) return { plan: reported, decision: 'stands', awaited: false }
  const { from_plan: from, to_plan: to, decided_at: decidedAt, confirmed_at: confirmedAt } = decision
  if (reported === to) return { plan: to, decision: confirmedAt === null ? 'confirmed' : 'stands', awaited: false }
  const awaited = { plan: current, decision: 'stands', awaited: true } as const
  if (observedAt < decidedAt) return awaited
  if (reported === from && (confirmedAt === null || observedAt < confirmedAt)) return awaited
  return { plan: reported, decision: 'superseded', awaited: false }
}
