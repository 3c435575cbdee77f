import { useTranslation } from 'react-i18next'
import { Screen } from '@/kit/screen'
import { LoadingState } from '@/kit/state-views'

export default function TodayScreen() {
  const { t } = useTranslation('app')
  return (
    <Screen title={t('screen.today')}>
      <LoadingState />
    </Screen>
  )
}
