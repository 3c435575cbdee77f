import { useTranslation } from 'react-i18next'
import { resetZoom, zoomBy } from '@/app/look/zoom'
import { SETTINGS_TABS } from '@/app/routes/route'
import { go } from '@/app/routes/use-route'
import { SCREENS } from '@/app/screens'
import { endSession } from '@/app/session/lock'
import { useShortcuts } from '@/app/shortcuts'
import { openKeySheet } from './key-sheet'
import { openPalette } from './palette'
import { nextPane } from './panes'

/** The keys that work on every screen. */
export function useFrameKeys(): void {
  const { t } = useTranslation(['app', 'settings'])
  useShortcuts([
    ...SCREENS.map(({ id, keys, route }) => ({ id: `go.${id}`, keys: [keys], label: t(`screen.${id}`), group: 'go' as const, run: () => go(route) })),
    ...SETTINGS_TABS.map((tab) => ({
      id: `settings.${tab}`,
      keys: [],
      label: t('settings:showTab', { tab: t(`settings:tab.${tab}`) }),
      group: 'desk' as const,
      run: () => go({ screen: 'settings', tab }),
      menu: false,
    })),
    { id: 'desk.palette', keys: ['mod+k'], label: t('palette.open'), group: 'desk', run: openPalette, palette: false },
    { id: 'desk.keys', keys: ['?'], label: t('keys.open'), group: 'desk', run: openKeySheet },
    { id: 'desk.pane', keys: ['F6'], label: t('action.nextPane'), group: 'desk', run: () => nextPane(), palette: false },
    { id: 'desk.paneBack', keys: ['shift+F6'], label: t('action.previousPane'), group: 'desk', run: () => nextPane(-1), palette: false },
    { id: 'desk.lock', keys: ['mod+l'], label: t('user.lock'), group: 'desk', run: () => void endSession('lock'), always: true },
    { id: 'desk.signOut', keys: [], label: t('user.signOut'), group: 'desk', run: () => void endSession('sign_out') },
    { id: 'view.zoomIn', keys: ['mod+plus', 'mod+='], label: t('action.zoomIn'), group: 'view', run: () => zoomBy(1), always: true },
    { id: 'view.zoomOut', keys: ['mod+-'], label: t('action.zoomOut'), group: 'view', run: () => zoomBy(-1), always: true },
    { id: 'view.zoomReset', keys: ['mod+0'], label: t('action.zoomReset'), group: 'view', run: resetZoom, always: true },
  ])
}
