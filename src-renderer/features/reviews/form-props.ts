import type { RefObject } from 'react'
import type { ReviewView } from '@contract/reviews'
import type { Draft } from './use-drafts'
import type { Look } from './use-look'

export interface FormProps {
  review: ReviewView
  parts: readonly string[]
  look: Look
  draft: Draft
  onDraft: (patch: Partial<Draft>) => void
  /** REV-19: earlier verdicts differ, or the desk has asked for a reason. */
  departs: boolean
  departureRef: RefObject<HTMLTextAreaElement | null>
}
