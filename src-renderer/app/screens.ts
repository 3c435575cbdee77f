import { IconBook2, IconBuilding, IconChartHistogram, IconFileImport, IconGauge, IconLayoutDashboard, IconListCheck, IconMail, IconSettings, type Icon } from '@tabler/icons-react'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Role } from '@contract/define'
import type { Route, ScreenName } from './routes/route'

export interface ScreenEntry {
  id: Exclude<ScreenName, 'account'>
  icon: Icon
  route: Route
  /** As the shortcut registry writes them. */
  keys: string
  /** Stands in the rail; a line above it starts a new part. */
  rail: false | 'same' | 'new'
  /** Opened by these only; others are told who may. */
  who?: readonly Role[]
  element: LazyExoticComponent<ComponentType>
}

/** Every screen, in rail order. The label is `app:screen.<id>`. */
export const SCREENS: readonly ScreenEntry[] = [
  {
    id: 'today',
    icon: IconLayoutDashboard,
    route: { screen: 'today' },
    keys: 'g t',
    rail: 'same',
    element: lazy(() => import('@/features/today/screen')),
  },
  {
    id: 'reviews',
    icon: IconListCheck,
    route: { screen: 'reviews' },
    keys: 'g r',
    rail: 'same',
    element: lazy(() => import('@/features/reviews/screen')),
  },
  { id: 'limits', icon: IconGauge, route: { screen: 'limits' }, keys: 'g l', rail: 'same', element: lazy(() => import('@/features/limits/screen')) },
  {
    id: 'accounts',
    icon: IconBuilding,
    route: { screen: 'accounts' },
    keys: 'g a',
    rail: 'new',
    element: lazy(() => import('@/features/accounts/screen')),
  },
  {
    id: 'messages',
    icon: IconMail,
    route: { screen: 'messages' },
    keys: 'g m',
    rail: 'same',
    element: lazy(() => import('@/features/messages/screen')),
  },
  {
    id: 'journal',
    icon: IconBook2,
    route: { screen: 'journal' },
    keys: 'g j',
    rail: 'new',
    element: lazy(() => import('@/features/journal/screen')),
  },
  {
    id: 'reports',
    icon: IconChartHistogram,
    route: { screen: 'reports' },
    keys: 'g o',
    rail: 'same',
    element: lazy(() => import('@/features/reports/screen')),
  },
  {
    id: 'settings',
    icon: IconSettings,
    route: { screen: 'settings', tab: 'general' },
    keys: 'g ,',
    rail: 'same',
    element: lazy(() => import('@/features/settings/screen')),
  },
  {
    id: 'import',
    icon: IconFileImport,
    route: { screen: 'import' },
    keys: 'g i',
    rail: false,
    element: lazy(() => import('@/features/feeds/screen')),
  },
]

export function screenOf(route: Route): ScreenEntry {
  const id = route.screen === 'account' ? 'accounts' : route.screen
  return SCREENS.find((screen) => screen.id === id)!
}
