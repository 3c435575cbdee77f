import { lazy, Suspense, useEffect } from 'react'
import { setPlace } from '@/kit/format/use-format'
import { useDelayed } from '@/kit/state-views'
import { DemoOpening, FirstRun, RecoveryCode, SignIn, Starting, Unusable, useRecoveryCode } from '@/features/access'
import { useDeskQuery } from './bridge/queries'
import { useDeskEvents } from './desk-events'
import { DeskBanner } from './frame/desk-banner'
import { changeLanguage, hasChosenLanguage } from './i18n'
import { setClock } from './session/clock'
import { useLock } from './session/lock'
import { SessionContext } from './session/session'
import { useKeyListener } from './shortcuts/key-listener'
import { useNativeMenu } from './shortcuts/native-menu'

/** Apart from the first screen, which is painted sooner without it; fetched while that is looked at. */
const loadFrame = () => import('./frame/frame')
const Frame = lazy(loadFrame)
const Notices = lazy(() => import('./notices'))

/** What the window shows: first run, sign-in, or the desk. */
export function App() {
  useDeskEvents()
  useKeyListener()
  useNativeMenu()
  const later = useDelayed(true, 500)
  useEffect(() => {
    if (later) void loadFrame()
  }, [later])
  return (
    <>
      <Suspense fallback={<Starting />}>
        <Content />
      </Suspense>
      {later ? (
        <Suspense fallback={null}>
          <Notices />
        </Suspense>
      ) : null}
    </>
  )
}

function Content() {
  const workspace = useDeskQuery('workspace.status', {})
  const session = useDeskQuery('access.session', {}, { enabled: workspace.data?.state === 'ready' })
  const { data: status, dataUpdatedAt: heardAt } = workspace
  const codeShown = useRecoveryCode(({ code }) => code !== null)

  useEffect(() => {
    if (status === undefined) return
    setPlace({ zone: status.zone })
    setClock(status.now, status.simulation, heardAt)
    if (status.state === 'ready' && !hasChosenLanguage()) void changeLanguage(status.language)
  }, [status, heardAt])

  useEffect(() => {
    if (session.data == null) return
    useLock.setState({ operatorId: session.data.operatorId })
    void changeLanguage(session.data.language)
  }, [session.data])

  if (codeShown) return <RecoveryCode />
  if (status === undefined)
    return workspace.error === null ? <Starting /> : <Unusable failure={workspace.error} onRetry={() => void workspace.refetch()} />
  if (status.demoOpening && !status.demo && session.data == null) return <DemoOpening />
  if (status.state === 'none') return <FirstRun status={status} />
  if (status.state === 'unusable') return <Unusable status={status} onRetry={() => void workspace.refetch()} />
  if (session.data === undefined && (session.isPending || session.isFetching)) return <Starting />
  if (session.data == null) {
    return (
      <>
        <DeskBanner />
        <SignIn status={status} failure={session.error} />
      </>
    )
  }
  return (
    <SessionContext value={session.data}>
      <Frame status={status} />
    </SessionContext>
  )
}
