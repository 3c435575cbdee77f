import { useTranslation } from 'react-i18next'
import { useMay } from '@/app/session/session'
import { useShortcuts, type Shortcut } from '@/app/shortcuts'
import { announce } from '@/kit/live-region'
import { usePolicyReasons } from './reject-form'
import type { Deciding } from './use-deciding'

/** REV-13: triage by keyboard alone; all in the palette too, but for the ticks. */
export function useReviewKeys(deciding: Deciding, versions: () => void): void {
  const { t } = useTranslation('reviews')
  const isAdmin = useMay(['admin'])
  const reasons = usePolicyReasons()
  const { outcome, review, look, parts, draft, form } = deciding
  const entry = (id: string, keys: readonly string[], label: string, run: () => void, enabled = true, more: Partial<Shortcut> = {}): Shortcut => ({
    id: `reviews.${id}`,
    keys,
    label,
    group: 'screen',
    run,
    enabled,
    ...more,
  })
  /** A key on something that is in the way says what is. */
  const start = (next: NonNullable<typeof outcome>) => () => {
    if (!deciding.stopped && (next !== 'query' || deciding.mayAsk)) return deciding.open(next)
    announce(t(next === 'query' && !deciding.mayAsk ? 'block.asked' : 'missing.blocked'), 'assertive')
  }
  const quiet = { palette: false, menu: false }
  const reopenable = isAdmin && review.held === null && (review.state === 'accepted' || review.state === 'rejected')
  const tick = (index: number): void => {
    if (outcome === 'reject') {
      const id = reasons[index]?.id
      if (id !== undefined) form.onDraft({ reasons: draft.reasons.includes(id) ? draft.reasons.filter((one) => one !== id) : [...draft.reasons, id] })
      return
    }
    const part = parts[index]
    if (part !== undefined) look.tick(part, !look.ticked.has(part))
  }
  useShortcuts([
    entry('accept', ['a'], t('action.acceptAsk'), start('accept'), deciding.offered),
    entry('query', ['q'], t('action.queryAsk'), start('query'), deciding.offered),
    entry('reject', ['r'], t('action.rejectAsk'), start('reject'), deciding.offered),
    entry('evidence', ['e'], t('action.evidence'), () => deciding.openEvidence?.(), deciding.openEvidence !== null),
    entry('versions', ['v'], t('action.versions'), () => (look.stale ? deciding.lookAgain() : versions())),
    entry('claim', ['c'], t('action.claim'), deciding.claim, deciding.takeable && !deciding.claimed),
    entry('release', ['shift+c'], t('action.release'), deciding.release, deciding.claimed),
    entry('skip', ['s'], t('action.skip'), deciding.skip),
    entry('snooze', ['shift+s'], t('action.snooze'), deciding.snooze, deciding.takeable),
    entry('handOver', [], t('action.handOver'), deciding.handOver, deciding.takeable),
    entry('reopen', [], t('action.reopen'), deciding.reopen, reopenable),
    entry('confirm', ['mod+Enter'], t(`action.${outcome ?? 'accept'}`), deciding.confirm, outcome !== null, quiet),
    // Also where the focus isn't on the button: an accept is two keys.
    entry('confirmAccept', ['Enter'], t('action.accept'), deciding.confirm, outcome === 'accept', quiet),
    entry('cancel', ['esc'], t('action.cancel'), deciding.cancel, outcome !== null, quiet),
    ...Array.from({ length: 9 }, (_, index) =>
      entry(`tick${index + 1}`, [String(index + 1)], t('action.tick', { number: index + 1 }), () => tick(index), deciding.offered && outcome !== 'query', quiet),
    ),
  ])
}
