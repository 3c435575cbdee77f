import { useTranslation } from 'react-i18next'
import { useMay } from '@/app/session/session'
import { useShortcuts, type Shortcut } from '@/app/shortcuts'
import { announce } from '@/kit/live-region'
import { mayAnswer, maySubmit } from './record/record-dialogs'
import { usePolicyReasons } from './reject-form'
import type { Deciding } from './use-deciding'

/** REV-13: triage by keyboard alone; all in the palette too, but for the ticks. */
export function useReviewKeys(deciding: Deciding, versions: () => void): void {
  const { t } = useTranslation(['reviews', 'record'])
  const isAdmin = useMay(['admin'])
  const isSupport = useMay(['support'])
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
    announce(t(next === 'query' && !deciding.mayAsk ? 'reviews:block.asked' : 'reviews:missing.blocked'), 'assertive')
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
    entry('accept', ['a'], t('reviews:action.acceptAsk'), start('accept'), deciding.offered),
    entry('query', ['q'], t('reviews:action.queryAsk'), start('query'), deciding.offered),
    entry('reject', ['r'], t('reviews:action.rejectAsk'), start('reject'), deciding.offered),
    entry('evidence', ['e'], t('reviews:action.evidence'), () => deciding.openEvidence?.(), deciding.openEvidence !== null),
    entry('versions', ['v'], t('reviews:action.versions'), () => (look.stale ? deciding.lookAgain() : versions())),
    entry('claim', ['c'], t('reviews:action.claim'), deciding.claim, deciding.takeable && !deciding.claimed),
    entry('release', ['shift+c'], t('reviews:action.release'), deciding.release, deciding.claimed),
    entry('skip', ['s'], t('reviews:action.skip'), deciding.skip),
    entry('snooze', ['shift+s'], t('reviews:action.snooze'), deciding.snooze, deciding.takeable),
    entry('handOver', [], t('reviews:action.handOver'), deciding.handOver, deciding.takeable),
    entry('reopen', [], t('reviews:action.reopen'), deciding.reopen, reopenable),
    entry('answer', [], t('record:answer'), () => deciding.record('answer'), isSupport && mayAnswer(review)),
    entry('submission', [], t('record:submission'), () => deciding.record('submission'), isSupport && maySubmit(review)),
    entry('confirm', ['mod+Enter'], t(`reviews:action.${outcome ?? 'accept'}`), deciding.confirm, outcome !== null, quiet),
    // Also where the focus isn't on the button: an accept is two keys.
    entry('confirmAccept', ['Enter'], t('reviews:action.accept'), deciding.confirm, outcome === 'accept', quiet),
    entry('cancel', ['esc'], t('reviews:action.cancel'), () => document.querySelector('[role="menu"]') ?? deciding.cancel(), outcome !== null, quiet),
    ...Array.from({ length: 9 }, (_, index) =>
      entry(
        `tick${index + 1}`,
        [String(index + 1)],
        t('reviews:action.tick', { number: index + 1 }),
        () => tick(index),
        deciding.offered && outcome !== 'query',
        quiet,
      ),
    ),
  ])
}
