import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconHandStop, IconPencilPlus, IconUserCheck, IconUserShare, IconZzz } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '@/app/session/session'
import { KeyHint } from '@/kit/key-hint'
import { mayAnswer, maySubmit } from './record/record-dialogs'
import type { Deciding } from './use-deciding'

const RECORDED = ['answer', 'submission'] as const

/** REV-09, REV-14: what else can be done with a review. */
export function ActionsMenu({ deciding }: { deciding: Deciding }) {
  const { t } = useTranslation(['reviews', 'record'])
  const isAdmin = useMay(['admin'])
  const isSupport = useMay(['support'])
  const { claimed, takeable, review } = deciding
  const reopenable = isAdmin && review.held === null && (review.state === 'accepted' || review.state === 'rejected')
  const records = isSupport ? RECORDED.filter((what) => (what === 'answer' ? mayAnswer(review) : maySubmit(review))) : []
  if (!takeable && !claimed && !reopenable && records.length === 0) return null
  return (
    <Menu position="top-start" width={250}>
      <Menu.Target>
        <Button leftSection={<IconDots size={15} stroke={1.7} aria-hidden />}>{t('reviews:action.more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {takeable && !claimed ? (
          <Menu.Item leftSection={<IconUserCheck size={15} stroke={1.7} />} rightSection={<KeyHint keys="c" />} onClick={deciding.claim}>
            {t('reviews:action.claim')}
          </Menu.Item>
        ) : null}
        {claimed ? (
          <Menu.Item leftSection={<IconHandStop size={15} stroke={1.7} />} rightSection={<KeyHint keys="shift+c" />} onClick={deciding.release}>
            {t('reviews:action.release')}
          </Menu.Item>
        ) : null}
        {takeable ? (
          <>
            <Menu.Item leftSection={<IconZzz size={15} stroke={1.7} />} rightSection={<KeyHint keys="shift+s" />} onClick={deciding.snooze}>
              {t('reviews:action.snooze')}
            </Menu.Item>
            <Menu.Item leftSection={<IconUserShare size={15} stroke={1.7} />} onClick={deciding.handOver}>
              {t('reviews:action.handOver')}
            </Menu.Item>
          </>
        ) : null}
        {records.map((what) => (
          <Menu.Item key={what} leftSection={<IconPencilPlus size={15} stroke={1.7} />} onClick={() => deciding.record(what)}>
            {t(`record:${what}`)}
          </Menu.Item>
        ))}
        {reopenable ? (
          <Menu.Item leftSection={<IconArrowBackUp size={15} stroke={1.7} />} onClick={deciding.reopen}>
            {t('reviews:action.reopen')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
