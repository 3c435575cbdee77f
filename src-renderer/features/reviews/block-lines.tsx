import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowsSplit,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
  IconLock,
  IconMessageQuestion,
  IconPencilPlus,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome, ReviewView, VerdictView } from '@contract/reviews'
import { useMay } from '@/app/session/session'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import type { Block } from './blocks'
import classes from './deciding.module.css'

interface BlockLinesProps {
  review: ReviewView
  blocks: readonly Block[]
  /** The verdict that the outcome in hand departs from (REV-19). */
  departs: { verdict: VerdictView; outcome: Outcome } | null
  onLookAgain: () => void
  onReopen: () => void
  onUndo: (decisionId: string) => void
}

const ICON: Record<Block['kind'], Icon> = {
  role: IconLock,
  barred: IconBan,
  moot: IconBan,
  unsubmitted: IconCircleDashed,
  decided: IconCircleCheck,
  held: IconClockHour4,
  claimed: IconUserCheck,
  changed: IconPencilPlus,
  asked: IconMessageQuestion,
}

/** What blocks stands above the buttons, each with what can be done about it. */
export function BlockLines({ review, blocks, departs, onLookAgain, onReopen, onUndo }: BlockLinesProps) {
  const { t } = useTranslation('reviews')
  const isAdmin = useMay(['admin'])
  const words = useBlockWords()
  const action: Partial<Record<Block['kind'], ReactNode>> = {
    changed: (
      <Button size="compact-xs" onClick={onLookAgain} rightSection={<KeyHint keys="v" />}>
        {t('block.lookAgain')}
      </Button>
    ),
    decided: isAdmin ? (
      <Button size="compact-xs" leftSection={<IconArrowBackUp size={13} stroke={1.7} aria-hidden />} onClick={onReopen}>
        {t('action.reopen')}
      </Button>
    ) : null,
    held:
      review.held?.mine === true ? (
        <Button
          size="compact-xs"
          leftSection={<IconArrowBackUp size={13} stroke={1.7} aria-hidden />}
          onClick={() => review.held !== null && onUndo(review.held.decisionId)}
        >
          {t('action.undo')}
        </Button>
      ) : null,
  }
  if (blocks.length === 0 && departs === null) return null
  return (
    <ul className={classes.blocks}>
      {blocks.map(({ kind, stops }) => {
        const BlockIcon = ICON[kind]
        return (
          <li key={kind} data-stops={stops || undefined}>
            <BlockIcon size={15} stroke={1.7} aria-hidden />
            <span>{words(kind, review)}</span>
            {action[kind]}
          </li>
        )
      })}
      {departs === null ? null : (
        <li>
          <IconArrowsSplit size={15} stroke={1.7} aria-hidden />
          <DepartureWords {...departs} />
        </li>
      )}
    </ul>
  )
}

/** What stands in the way, as one sentence; also said when it comes while somebody looks. */
export function useBlockWords(): (kind: Block['kind'], review: ReviewView) => string {
  const { t } = useTranslation(['reviews', 'kit'])
  const format = useFormat()
  const isAdmin = useMay(['admin'])
  return (kind, review) => {
    switch (kind) {
      case 'role':
        return t(isAdmin ? 'reviews:block.roleAdmin' : 'reviews:block.role')
      case 'barred':
        return t(review.barred?.params['why'] === 'recorded_answer' ? 'reviews:block.barredAnswer' : 'reviews:block.barredSubmission')
      case 'claimed':
        return t('reviews:block.claimed', { name: review.claim?.name ?? '', until: format.time(review.claim?.until ?? 0) })
      case 'held':
        return t(review.held?.mine === true ? 'reviews:block.heldMine' : 'reviews:block.heldOther')
      case 'decided': {
        const state = t(review.state === 'accepted' ? 'kit:state.accepted' : 'kit:state.rejected')
        return t('reviews:block.decided', { state, at: review.decidedAt === null ? '–' : format.dateTime(review.decidedAt) })
      }
      case 'changed':
        return changedWords(review, t('reviews:block.changed'), (fields) => t('reviews:block.changedFields', { fields: format.list(fields) }))
      default:
        return t(`reviews:block.${kind}`)
    }
  }
}

function changedWords({ changes }: ReviewView, plain: string, named: (fields: string[]) => string): string {
  const fields = changes
    .map(({ field }) => `reviewDetail:field.${field}`)
    .filter((key) => i18next.exists(key))
    .map((key) => i18next.t(key as never) as string)
  return fields.length === 0 ? plain : named([...new Set(fields)])
}

function DepartureWords({ verdict, outcome }: { verdict: VerdictView; outcome: Outcome }) {
  const { t } = useTranslation(['reviews', 'reviewDetail'])
  const format = useFormat()
  const same = format.list(verdict.same.map((one) => t(`reviewDetail:same.${one}`)))
  const at = format.date(format.isoDate(verdict.at))
  return (
    <span>
      {t(outcome === 'accept' ? 'reviews:block.departsAccept' : 'reviews:block.departsReject', { company: verdict.company, same, at })}{' '}
      <strong>{t('reviews:block.departsReason')}</strong>
    </span>
  )
}
