import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconHandStop, IconUserCheck, IconUserShare, IconZzz } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '@/app/session/session'
import { KeyHint } from '@/kit/key-hint'
import type { Deciding } from './use-deciding'

/** REV-09, REV-14: what else can be done with a review. */
export function ActionsMenu({ deciding }: { deciding: Deciding }) {
  const { t } = useTranslation('reviews')
  const isAdmin = useMay(['admin'])
  const { claimed, takeable, review } = deciding
  const reopenable = isAdmin && review.held === null && (review.state === 'accepted' || review.state === 'rejected')
  if (!takeable && !claimed && !reopenable) return null
  return (
    <Menu position="top-start" width={250}>
      <Menu.Target>
        <Button leftSection={<IconDots size={15} stroke={1.7} aria-hidden />}>{t('action.more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {takeable && !claimed ? (
          <Menu.Item leftSection={<IconUserCheck size={15} stroke={1.7} />} rightSection={<KeyHint keys="c" />} onClick={deciding.claim}>
            {t('action.claim')}
          </Menu.Item>
        ) : null}
        {claimed ? (
          <Menu.Item leftSection={<IconHandStop size={15} stroke={1.7} />} rightSection={<KeyHint keys="shift+c" />} onClick={deciding.release}>
            {t('action.release')}
          </Menu.Item>
        ) : null}
        {takeable ? (
          <>
            <Menu.Item leftSection={<IconZzz size={15} stroke={1.7} />} rightSection={<KeyHint keys="shift+s" />} onClick={deciding.snooze}>
              {t('action.snooze')}
            </Menu.Item>
            <Menu.Item leftSection={<IconUserShare size={15} stroke={1.7} />} onClick={deciding.handOver}>
              {t('action.handOver')}
            </Menu.Item>
          </>
        ) : null}
        {reopenable ? (
          <Menu.Item leftSection={<IconArrowBackUp size={15} stroke={1.7} />} onClick={deciding.reopen}>
            {t('action.reopen')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
