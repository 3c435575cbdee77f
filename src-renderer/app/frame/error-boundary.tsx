import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/kit/state-views'
import classes from './frame.module.css'

interface BoundaryProps {
  children: ReactNode
  fallback: (again: () => void) => ReactNode
  /** A change of it tries again: another screen was opened. */
  resetKey?: string
}

/** Catches a defect in what it holds; the rest of the window goes on. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false })
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children
  }
}

function Failed({ onAgain, label }: { onAgain: () => void; label: string }) {
  const { t } = useTranslation('app')
  return (
    <div role="alert" className={classes.failed}>
      <EmptyState icon={IconAlertTriangle} title={t('defect.title')} text={t('defect.text')} action={<Button onClick={onAgain}>{label}</Button>} />
    </div>
  )
}

export function ScreenBoundary({ resetKey, children }: { resetKey: string; children: ReactNode }) {
  const { t } = useTranslation('app')
  return (
    <Boundary resetKey={resetKey} fallback={(again) => <Failed onAgain={again} label={t('defect.again')} />}>
      {children}
    </Boundary>
  )
}

export function WindowBoundary({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app')
  return <Boundary fallback={() => <Failed onAgain={() => location.reload()} label={t('defect.reload')} />}>{children}</Boundary>
}
