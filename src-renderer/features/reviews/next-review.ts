import { useTranslation } from 'react-i18next'
import { callDesk } from '@/app/bridge/call'
import { asFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { tell } from '@/kit/tell'

/** REV-13: from anywhere to the review that is to be decided next. */
export function useNextReview(): void {
  const { t } = useTranslation('reviews')
  const isReviewer = useMay(['reviewer'])
  const open = async (): Promise<void> => {
    try {
      const { id } = await callDesk('reviews.next', {})
      if (id === null) tell({ tone: 'info', text: t('said.none') })
      else go({ screen: 'reviews', query: { id } })
    } catch (thrown) {
      tell({ tone: 'bad', text: failureSentence(asFailure(thrown)) })
    }
  }
  useShortcuts([{ id: 'reviews.next', keys: [], label: t('action.next'), group: 'go', run: () => void open(), enabled: isReviewer }])
}
