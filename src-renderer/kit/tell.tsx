import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import i18next from 'i18next'
import { announce } from './live-region'

const LOOK = {
  ok: { Icon: IconCheck, color: 'var(--r-ok)' },
  bad: { Icon: IconAlertTriangle, color: 'var(--r-bad)' },
  info: { Icon: IconInfoCircle, color: 'var(--r-text-2)' },
} as const

/** Says something short at the window's edge. Failures stay until closed. */
export function tell({ tone, text }: { tone: keyof typeof LOOK; text: string }): void {
  const { Icon, color } = LOOK[tone]
  announce(text, tone === 'bad' ? 'assertive' : 'polite')
  notifications.show({
    message: text,
    icon: <Icon size={16} color={color} aria-hidden />,
    autoClose: tone === 'bad' ? false : 4000,
    withBorder: true,
    color: 'transparent',
    role: 'group',
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  })
}
