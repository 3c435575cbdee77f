import { afterEach, expect } from 'vitest'
import type { CaseRow } from '@contract/limits'
import { instantOf } from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'
import { casesOfAccount } from '../queries'
import { LimitsDesk, OPERATOR, type AccountFacts } from './limits-desk'

/** An instant by wall clock; Berlin unless told. */
export const at = (date: string, hour: number, minute = 0, zone = 'Europe/Berlin'): number => instantOf(date, hour * 60 + minute, zone)
export const TUESDAY = at('2026-11-24', 10)

/** The desk of the running test. */
export let desk: LimitsDesk
export const open = (start = TUESDAY): LimitsDesk => (desk = new LimitsDesk(start))

/** JNL-03: whatever a test did, the journal gives the same decision tables. */
export function closeAfterEach(): void {
  afterEach(() => {
    expect(desk.replay()).toEqual([])
    desk.close()
  })
}

/** An account over its limits since now. */
export function over(facts: Partial<AccountFacts> = {}, usage: Record<string, number> = { contacts: 2431 }): string {
  const account = desk.account(facts)
  desk.use(account, usage)
  return account
}
export const caseOf = (account: string): CaseRow => casesOfAccount(desk.db, desk.now, account)[0] as CaseRow
export const stepsOf = (steps: readonly { step: string }[]): string[] => steps.map(({ step }) => step)
/** The code a rule refuses with. */
export const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'nothing refused'
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}
/** A message's text without its line breaks. */
export const said = (nth: number): string => desk.sent.at(nth)?.text.replace(/\s+/g, ' ') ?? ''
/** As an operator. */
export const act = <T>(work: Parameters<typeof desk.unit<T>>[0]): T => desk.unit(work, OPERATOR)
export const selected = (account: string): { id: string; version: number }[] => [{ id: caseOf(account).id, version: caseOf(account).version }]
