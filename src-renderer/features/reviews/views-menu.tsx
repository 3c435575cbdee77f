import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { FailureNote } from '@/kit/failure-note'
import { announce } from '@/kit/live-region'
import classes from './reviews.module.css'
import { addressOf, narrowingOf, type ReviewFilter } from './review-filter'

interface ViewsMenuProps {
  filter: ReviewFilter
  change: (patch: Record<string, string | null>) => void
}

/** DSK-03: an operator's own views: used, saved under a name, removed. */
export function ViewsMenu({ filter, change }: ViewsMenuProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const views = useDeskQuery('reviews.views', {}).data ?? []
  const save = useDeskCommand('reviews.save_view', {
    failures: 'inline',
    onDone: (_, { name: saved }) => {
      setName('')
      announce(t('reviews:views.saved', { name: saved }))
    },
  })
  const remove = useDeskCommand('reviews.remove_view', { failures: 'inline', onDone: () => announce(t('reviews:views.removed')) })
  const same = views.find((view) => view.name === name.trim())
  return (
    <Popover position="bottom-end" width={280} trapFocus withRoles opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button leftSection={<IconBookmark size={15} stroke={1.7} aria-hidden />} onClick={() => setOpened(!opened)}>
          {t('reviews:views.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reviews:views.button')}>
        {views.length === 0 ? <p className={classes.note}>{t('reviews:views.none')}</p> : null}
        <ul className={classes.views}>
          {views.map((view) => (
            <li key={view.id}>
              <Button
                variant="subtle"
                color="gray"
                fullWidth
                justify="start"
                onClick={() => {
                  change({ ...addressOf(view.filter), id: null })
                  setOpened(false)
                }}
              >
                {view.name}
              </Button>
              <ActionIcon aria-label={t('reviews:views.remove', { name: view.name })} onClick={() => void remove.run({ id: view.id })}>
                <IconTrash size={14} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form
          className={classes.saveView}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void save.run({ id: same?.id ?? null, name: name.trim(), filter: narrowingOf(filter) })
          }}
        >
          <TextInput
            aria-label={t('reviews:views.name')}
            placeholder={t('reviews:views.name')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''} loading={save.running}>
            {t('common:save')}
          </Button>
        </form>
        <FailureNote failure={save.failure ?? remove.failure} />
      </Popover.Dropdown>
    </Popover>
  )
}
