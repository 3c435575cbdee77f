import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { SETTINGS_TABS, type SettingsTab } from '@/app/routes/route'
import { go, useRoute } from '@/app/routes/use-route'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { CalendarSettings } from './calendar'
import { DemoSettings } from './demo'
import { DirectiveSettings } from './directives'
import { GeneralSettings } from './general'
import { MailSettings } from './mail'
import { OperatorActions, OperatorSettings } from './operators'
import { PlanActions, PlanSettings } from './plans'
import { PolicyActions, PolicySettings } from './policy'
import { ReplyActions, ReplySettings } from './replies'
import { ReviewSettings } from './reviews'
import { SchedulerSettings } from './scheduler'

/** Tabs that are a list fill the room; the others are panels. */
const TABS: Record<SettingsTab, { Content: ComponentType; panels: boolean }> = {
  operators: { Content: OperatorSettings, panels: false },
  plans: { Content: PlanSettings, panels: false },
  calendar: { Content: CalendarSettings, panels: true },
  reviews: { Content: ReviewSettings, panels: true },
  policy: { Content: PolicySettings, panels: false },
  replies: { Content: ReplySettings, panels: false },
  mail: { Content: MailSettings, panels: true },
  directives: { Content: DirectiveSettings, panels: true },
  scheduler: { Content: SchedulerSettings, panels: true },
  general: { Content: GeneralSettings, panels: true },
  demo: { Content: DemoSettings, panels: true },
}

export default function SettingsScreen() {
  const { t } = useTranslation(['settings', 'app'])
  const route = useRoute()
  const tab = route.screen === 'settings' ? route.tab : 'general'
  const { Content, panels } = TABS[tab]
  const [adding, setAdding] = useState(false)
  const actions =
    tab === 'operators' ? (
      <OperatorActions adding={adding} onAdding={setAdding} />
    ) : tab === 'plans' ? (
      <PlanActions adding={adding} onAdding={setAdding} />
    ) : tab === 'policy' ? (
      <PolicyActions adding={adding} onAdding={setAdding} />
    ) : tab === 'replies' ? (
      <ReplyActions adding={adding} onAdding={setAdding} />
    ) : undefined
  return (
    <Screen
      title={t('app:screen.settings')}
      tabs={
        <HeadTabs
          label={t('settings:tabs')}
          tabs={SETTINGS_TABS.map((id) => ({ id, label: t(`settings:tab.${id}`) }))}
          value={tab}
          onChange={(id) => go({ screen: 'settings', tab: id })}
        />
      }
      actions={actions}
      panels={panels}
    >
      <Content />
    </Screen>
  )
}
