import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { SubmissionCheck } from '@contract/reviews'
import { callDesk } from '@/app/bridge/call'
import { useDeskQuery } from '@/app/bridge/queries'
import { FIELDS_OF, submissionOf, type Draft, type Field } from './draft'
import { checkedProblems, problemsOf, type Problems } from './problems'

export interface Steps {
  /** Each step, and whether what it asks is there. */
  complete: readonly [boolean, boolean, boolean]
  /** What step 2 still lacks, stable words. */
  evidenceMissing: readonly string[]
  check: SubmissionCheck | null
  problems: Problems
}

const CONTACT: readonly Field[] = ['contactName', 'contactPhone', 'contactEmail']
const EVIDENCE_FIELDS = Object.values(FIELDS_OF).flat() as readonly string[]
const PAUSE_MS = 200

/** REV-02: how far the three steps are. What is missing is the desk's word; the schema's limits are known here. */
export function useSteps(draft: Draft): Steps {
  const [settled] = useDebouncedValue(draft, PAUSE_MS)
  const method = settled.method
  const asked = useMemo(() => submissionOf(settled, method ?? 'other'), [settled, method])
  const query = useDeskQuery('reviews.check_submission', { submission: asked }, { enabled: method !== null, keepPrevious: true })
  const check = method === null ? null : (query.data ?? null)
  const problems = useMemo(() => {
    const found = problemsOf(draft, submissionOf(draft, draft.method ?? 'other'))
    return { ...checkedProblems(settled, check?.missing ?? []), ...found }
  }, [draft, settled, check])
  const evidenceMissing = (check?.missing ?? []).filter((word) => word !== 'policy_confirmed' && word !== 'contact')
  const well = (fields: readonly string[]): boolean => fields.every((field) => problems[field as Field] === undefined)
  const first = draft.policyConfirmed && problems.source === undefined
  const second = draft.method !== null && check !== null && evidenceMissing.length === 0 && well(EVIDENCE_FIELDS)
  const third = well(CONTACT) && check !== null && !check.missing.includes('contact')
  return { complete: [first, second, third], evidenceMissing, check, problems }
}

/** REV-02: no step can be skipped, not even by typing faster than the desk answers. True: may be stored. @throws CallFailure */
export async function isComplete(draft: Draft): Promise<boolean> {
  if (draft.method === null) return false
  const { missing } = await callDesk('reviews.check_submission', { submission: submissionOf(draft, draft.method) })
  return missing.length === 0
}

/** Problems are told once a field was left: nobody is corrected while still typing. */
export function useLeft(): [ReadonlySet<string>, (field: string) => void] {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  return [left, (field) => setLeft((now) => (now.has(field) ? now : new Set(now).add(field)))]
}
