import { AppShell } from '@mantine/core'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '@contract/workspace'
import { useRoute } from '@/app/routes/use-route'
import { screenOf } from '@/app/screens'
import { useMay } from '@/app/session/session'
import { LiveRegion } from '@/kit/live-region'
import { useNextReview } from '@/features/reviews/next-review'
import { Screen } from '@/kit/screen'
import { LoadingState, NoPermission } from '@/kit/state-views'
import { DeskBanner } from './desk-banner'
import { DropTarget } from './drop-target'
import { ScreenBoundary } from './error-boundary'
import { useFrameKeys } from './frame-keys'
import classes from './frame.module.css'
import { KeySheet } from './key-sheet'
import { Palette } from './palette'
import { Rail } from './rail'
import { StatusBar } from './status-bar'

/** The window while somebody is signed in: rail, the screen, status bar. */
export default function Frame({ status }: { status: WorkspaceStatus }) {
  const route = useRoute()
  useFrameKeys()
  useNextReview()
  useMainFocus(screenOf(route).id)
  return (
    <AppShell
      navbar={{ width: 76, breakpoint: 0 }}
      footer={{ height: 26 }}
      padding={0}
      withBorder={false}
      transitionDuration={0}
      className={classes.shell ?? ''}
    >
      <AppShell.Navbar component="div" withBorder={false}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main ?? ''} id="main">
        <DeskBanner />
        <div className={classes.screen} data-pane>
          <ScreenBoundary resetKey={route.screen}>
            <Suspense fallback={<LoadingState />}>
              <CurrentScreen />
            </Suspense>
          </ScreenBoundary>
        </div>
      </AppShell.Main>
      <AppShell.Footer withBorder={false} data-pane>
        <StatusBar workspace={status} />
      </AppShell.Footer>
      <Palette />
      <KeySheet />
      <DropTarget />
      <LiveRegion />
    </AppShell>
  )
}

function CurrentScreen() {
  const { t } = useTranslation('app')
  const { id, element: Element, who } = screenOf(useRoute())
  const may = useMay(who ?? ['reviewer', 'support', 'admin'])
  if (may) return <Element />
  return (
    <Screen title={t(`screen.${id}`)}>
      <NoPermission who={who ?? []} />
    </Screen>
  )
}

/** After another screen was opened, keys go to it and not to the rail. */
function useMainFocus(screen: string): void {
  useEffect(() => {
    const here = document.activeElement
    if (here === null || here === document.body || here.closest('nav') !== null) {
      const main = document.getElementById('main')
      if (main === null) return
      main.tabIndex = -1
      main.focus({ preventScroll: true })
    }
  }, [screen])
}
