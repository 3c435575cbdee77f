/** Every place of the desk that can be navigated to. `query` narrows a screen (tab, filter) and is optional. */
export const SETTINGS_TABS = [
  'operators',
  'plans',
  'calendar',
  'reviews',
  'policy',
  'replies',
  'mail',
  'directives',
  'scheduler',
  'general',
  'demo',
] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]

export const SCREEN_NAMES = ['today', 'reviews', 'limits', 'accounts', 'account', 'messages', 'journal', 'reports', 'settings', 'import'] as const
export type ScreenName = (typeof SCREEN_NAMES)[number]

export type Query = Readonly<Record<string, string>>

export type Route =
  | { screen: 'today' | 'reviews' | 'limits' | 'accounts' | 'messages' | 'journal' | 'reports' | 'import'; query?: Query }
  | { screen: 'account'; id: string; query?: Query }
  | { screen: 'settings'; tab: SettingsTab; query?: Query }

const isTab = (text: string | undefined): text is SettingsTab => SETTINGS_TABS.includes(text as SettingsTab)

export function parseRoute(path: string, search: string): Route {
  const [screen, detail] = path.split('/').filter((part) => part !== '')
  const query = Object.fromEntries(new URLSearchParams(search))
  switch (screen) {
    case 'reviews':
    case 'limits':
    case 'messages':
    case 'journal':
    case 'reports':
    case 'import':
      return { screen, query }
    case 'accounts':
      return detail === undefined ? { screen, query } : { screen: 'account', id: decodeURIComponent(detail), query }
    case 'settings':
      return { screen, tab: isTab(detail) ? detail : 'general', query }
    default:
      return { screen: 'today', query }
  }
}

/** The hash path; the `?` is always there, else wouter would keep the query of the place before. */
export function pathOf(route: Route): string {
  const search = new URLSearchParams(route.query).toString()
  switch (route.screen) {
    case 'account':
      return `/accounts/${encodeURIComponent(route.id)}?${search}`
    case 'settings':
      return `/settings/${route.tab}?${search}`
    default:
      return `/${route.screen}?${search}`
  }
}
