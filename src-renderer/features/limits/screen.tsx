import { useTranslation } from 'react-i18next'
import { Screen } from '@/kit/screen'
import { LoadingState } from '@/kit/state-views'

export default function LimitsScreen() {
  const { t } = useTranslation('app')
  return (
    <Screen title={t('screen.limits')}>
      <LoadingState />
    </Screen>
  )
}
