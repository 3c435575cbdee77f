import type * as z from 'zod'
import { reviewsContract } from '@contract/reviews'
import { EMPTY, type Draft, type Field, type Submission } from './draft'

/** What is wrong with a field: a stable word, and the most or least that it takes. */
export interface Problem {
  code: 'needed' | 'short' | 'long' | 'malformed' | 'reversed' | 'address' | 'link'
  limit: number
}
export type Problems = Partial<Record<Field, Problem>>

type Issue = z.core.$ZodIssue

function asProblem(issue: Issue, value: unknown): Problem {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return { code: 'needed', limit: 0 }
  if (issue.code === 'too_small') return { code: 'short', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') return { code: 'long', limit: Number(issue.maximum) }
  return { code: 'malformed', limit: 0 }
}

const isField = (name: unknown): name is Field => typeof name === 'string' && Object.hasOwn(EMPTY, name)
/** Any review: only what was typed is judged here. */
const SOME_REVIEW = '00000000-0000-0000-0000-000000000000'

/** By the contract's own schema: what the bridge would refuse, by field. */
export function problemsOf(draft: Draft, submission: Submission): Problems {
  const parsed = reviewsContract['reviews.record_submission'].input.safeParse({ id: SOME_REVIEW, source: draft.source, submission })
  const found: Problems = {}
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.at(-1)
    if (isField(field) && found[field] === undefined) found[field] = asProblem(issue, draft[field])
  }
  if (draft.collectedFrom !== null && draft.collectedTo !== null && draft.collectedTo < draft.collectedFrom)
    found.collectedTo ??= { code: 'reversed', limit: 0 }
  return found
}

/** REV-02: words of the desk's check, at the field that they are about. */
export function checkedProblems(draft: Draft, missing: readonly string[]): Problems {
  const found: Problems = {}
  if (missing.includes('form_url') && draft.formUrl.trim() !== '') found.formUrl = { code: 'link', limit: 0 }
  if (missing.includes('contact') && draft.contactEmail.trim() !== '' && draft.contactName.trim() !== '')
    found.contactEmail = { code: 'address', limit: 0 }
  return found
}

/** The same for an answer to a question. */
export function answerProblems(source: string, text: string): Partial<Record<'source' | 'text', Problem>> {
  const parsed = reviewsContract['reviews.record_answer'].input.safeParse({ id: SOME_REVIEW, source, text })
  const found: Partial<Record<'source' | 'text', Problem>> = {}
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0]
    if (field === 'source') found.source ??= asProblem(issue, source)
    if (field === 'text') found.text ??= asProblem(issue, text)
  }
  return found
}
