import type { TFunction } from 'i18next'
import type { Outcome } from '@contract/reviews'
import type { Draft } from './use-drafts'

interface MissingInput {
  outcome: Outcome
  draft: Draft
  ticked: ReadonlySet<string>
  parts: readonly string[]
  /** Placeholders that nothing fills. */
  unknown: readonly string[]
  t: TFunction<['reviews', 'reviewDetail']>
}

/** REV-07, REV-08: what a verdict still lacks, in words; null: it can be given. */
export function missingFor({ outcome, draft, ticked, parts, unknown, t }: MissingInput): string | null {
  if (outcome === 'query') {
    if (draft.question.trim() === '') return t('reviews:missing.question')
  } else {
    if (outcome === 'reject' && draft.reasons.length === 0) return t('reviews:missing.reason')
    if (outcome === 'reject' && draft.explanation.trim() === '') return t('reviews:missing.explanation')
    const first = parts[0]
    if (ticked.size === 0)
      return first === undefined
        ? t('reviews:missing.evidence')
        : t('reviews:missing.evidenceNamed', { part: t(`reviewDetail:evidence.part.${first}` as 'reviewDetail:evidence.part.form') })
  }
  return unknown.length === 0 ? null : t('reviews:missing.placeholder', { name: `{{${unknown[0]}}}` })
}
