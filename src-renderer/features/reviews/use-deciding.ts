import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome, ReviewView, VerdictView } from '@contract/reviews'
import type { CallFailure } from '@/app/bridge/failure'
import { useDeskQuery } from '@/app/bridge/queries'
import { useSession } from '@/app/session/session'
import { announce } from '@/kit/live-region'
import { blocksOf, claimedByMe, departsFrom, type Block } from './blocks'
import { evidenceParts } from './evidence-parts'
import type { FormProps } from './form-props'
import { usePreview } from './message-preview'
import { missingFor } from './missing'
import type { Recording } from './record/record-dialogs'
import type { ReviewDialog } from './review-dialogs'
import { useClaim } from './use-claim'
import { useDecide, type Decide, type Decided } from './use-decide'
import type { Draft, Drafts } from './use-drafts'
import { useOpenEvidence } from './use-open-evidence'
import type { Look } from './use-look'

export interface DecidingInput {
  review: ReviewView
  look: Look
  drafts: Drafts
  /** The workspace clock, ms UTC. */
  now: number
  onDecided: (decided: Decided) => void
  onSkip: () => void
  onDialog: (dialog: ReviewDialog) => void
  onUndo: (decisionId: string) => void
  onRecord: (recording: Recording) => void
  onVersions: () => void
}

export interface Deciding {
  review: ReviewView
  look: Look
  label: string
  outcome: Outcome | null
  open: (outcome: Outcome) => void
  cancel: () => void
  confirm: () => void
  /** What keeps the decision in hand from being given, in words. */
  missing: string | null
  blocks: readonly Block[]
  stopped: boolean
  /** Deciding is this person's work at all. */
  offered: boolean
  /** REV-07: one question at a time. */
  mayAsk: boolean
  departs: VerdictView | null
  parts: readonly string[]
  draft: Draft
  form: FormProps
  decide: Decide
  preview: ReturnType<typeof usePreview>
  failure: CallFailure | null
  undoSeconds: number
  claimed: boolean
  /** REV-14: may be claimed, put aside, handed over. */
  takeable: boolean
  claim: () => void
  release: () => void
  skip: () => void
  snooze: () => void
  handOver: () => void
  reopen: () => void
  undo: (decisionId: string) => void
  /** REV-08: support's part. */
  record: (what: Recording['what']) => void
  lookAgain: () => void
  /** Null: there is no address to open. */
  openEvidence: (() => void) | null
}

const FIRST_LOOK_MS = 1000

/** All that the decision bar, its keys and the palette share. */
export function useDeciding({ review, look, drafts, now, onDecided, onSkip, onDialog, onUndo, onRecord, onVersions }: DecidingInput): Deciding {
  const { t } = useTranslation(['reviews', 'reviewDetail'])
  const { roles } = useSession()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const since = useRef(Date.now())
  const early = useRef(false)
  const departureRef: RefObject<HTMLTextAreaElement | null> = useRef(null)
  const parts = evidenceParts(review)
  const draft = drafts.of(review.id)
  const blocks = blocksOf(review, roles, look.stale, now)
  const stopped = blocks.some(({ stops }) => stops)
  const offered =
    roles.includes('reviewer') && review.barred === null && (review.state === 'pending' || review.state === 'query') && review.held === null
  const claimed = claimedByMe(review, now)
  const takeable = offered && !blocks.some(({ kind }) => kind === 'claimed')
  const { claim, release } = useClaim(review, claimed)
  const undoSeconds = useDeskQuery('reviews.settings', {}).data?.undoSeconds ?? 10
  const preview = usePreview(review, outcome, draft)
  const decide = useDecide(review, (decided) => {
    setOutcome(null)
    onDecided(decided)
  })
  const departs = departsFrom(review, outcome ?? 'accept')
  const asked = decide.failure?.code === 'departure_needed'
  const unknown = preview.isPlaceholderData ? [] : (preview.data?.unknown ?? [])
  const missing =
    outcome === null ? null : stopped ? t('reviews:missing.blocked') : missingFor({ outcome, draft, ticked: look.ticked, parts, unknown, t })
  const openEvidence = useOpenEvidence(review, look.tick)

  useEffect(() => {
    if (asked) departureRef.current?.focus()
  }, [asked])

  const open = (next: Outcome): void => {
    decide.reset()
    setOutcome(next)
    if (!claimed) claim()
  }
  const confirm = (): void => {
    if (outcome === null || decide.running) return
    if (missing === null) return void decide.run(outcome, draft, look.ticked)
    // Two keys can be quicker than the first picture, with which the evidence on screen is ticked.
    early.current = outcome === 'accept' && look.ticked.size === 0 && Date.now() - since.current < FIRST_LOOK_MS
    if (!early.current) return announce(missing, 'assertive')
    setTimeout(() => {
      if (early.current) announce(missing, 'assertive')
      early.current = false
    }, FIRST_LOOK_MS)
  }
  const confirmEarly = useRef(confirm)
  confirmEarly.current = confirm
  useEffect(() => {
    if (!early.current || look.ticked.size === 0) return
    early.current = false
    confirmEarly.current()
  }, [look.ticked])
  useEffect(() => () => void (early.current = false), [])
  const onDraft = (patch: Partial<Draft>): void => drafts.write(review.id, patch)
  return {
    review,
    look,
    label: t('reviews:bar'),
    outcome,
    open,
    cancel: () => {
      early.current = false
      setOutcome(null)
      decide.reset()
      focusList()
    },
    confirm,
    missing,
    blocks,
    stopped,
    offered,
    mayAsk: review.state !== 'query',
    departs,
    parts,
    draft,
    form: { review, parts, look, draft, onDraft, departs: departs !== null || asked || draft.departure !== '', departureRef },
    decide,
    preview,
    failure: decide.failure,
    undoSeconds,
    claimed,
    takeable,
    claim,
    release,
    skip: onSkip,
    snooze: () => onDialog({ kind: 'snooze', review }),
    handOver: () => onDialog({ kind: 'handOver', review }),
    reopen: () => onDialog({ kind: 'reopen', review }),
    undo: onUndo,
    record: (what) => onRecord({ what, row: review }),
    lookAgain: () => {
      look.again()
      onVersions()
    },
    openEvidence,
  }
}

/** Keys go back to the list. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
}
