import { Button, Menu } from '@mantine/core'
import { IconDots, IconMessage2, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedReply } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { currentLanguage, isLanguage, LANGUAGE_NAMES } from '@/app/i18n'
import { useRouteQuery } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { ConfirmDialog } from '@/kit/dialog'
import { FilterMenu } from '@/kit/filter-menu'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { EmptyState } from '@/kit/state-views'
import { DataTable, TwoLines, type Column } from '@/kit/table'
import { useWholeList } from '@/kit/table/whole-list'
import { REPLY_KINDS } from './placeholders'
import { ReplyDialog } from './reply-dialog'
import classes from './settings.module.css'
import { LANGUAGE_OPTIONS } from './use-language'

const WRITERS = ['admin', 'reviewer'] as const

interface AddingProps {
  adding: boolean
  onAdding: (adding: boolean) => void
}

export function ReplyActions({ adding, onAdding }: AddingProps) {
  const { t } = useTranslation('settings')
  const [query, change] = useRouteQuery()
  const may = useMay(WRITERS)
  const language = query['language'] ?? null
  useShortcuts([{ id: 'replies.add', keys: ['n'], label: t('replies.add'), group: 'screen', run: () => onAdding(true), enabled: may }])
  return (
    <>
      <FilterMenu
        label={t('replies.kind')}
        all={t('replies.allKinds')}
        options={REPLY_KINDS.map((value) => ({ value, label: t(`replies.kindName.${value}`) }))}
        value={query['kind'] ?? null}
        onChange={(kind) => change({ kind })}
      />
      <FilterMenu
        label={t('replies.language')}
        all={t('replies.allLanguages')}
        options={LANGUAGE_OPTIONS}
        value={language}
        onChange={(next) => change({ language: next })}
      />
      {may ? (
        <Button leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="n" />} onClick={() => onAdding(true)}>
          {t('replies.add')}
        </Button>
      ) : null}
      {adding ? <ReplyDialog reply={null} language={isLanguage(language) ? language : currentLanguage()} onClose={() => onAdding(false)} /> : null}
    </>
  )
}

type Asked = { what: 'edit' | 'remove'; reply: SavedReply } | null
const idOf = (reply: SavedReply): string => reply.id

/** REV-15: what reviewers insert into questions and rejections, in the customer's language. */
export function ReplySettings() {
  const { t } = useTranslation('settings')
  const [query] = useRouteQuery()
  const language = isLanguage(query['language']) ? query['language'] : null
  const kind = query['kind'] ?? null
  const replies = useDeskQuery('reviews.replies', { language }, { keepPrevious: true })
  const found = useMemo(() => replies.data?.filter((reply) => kind === null || reply.kind === kind), [replies.data, kind])
  const rows = useWholeList({ ...replies, data: found })
  const may = useMay(WRITERS)
  const [asked, setAsked] = useState<Asked>(null)
  const columns = useReplyColumns(may, setAsked)
  const close = (): void => setAsked(null)
  const narrowed = language !== null || kind !== null
  return (
    <>
      <DataTable
        id="replies"
        label={t('tab.replies')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowHeight={46}
        {...(may ? { onOpen: (reply: SavedReply) => setAsked({ what: 'edit', reply }) } : {})}
        empty={<EmptyState icon={IconMessage2} title={t(narrowed ? 'replies.noneHere' : 'replies.none')} text={t('replies.noneText')} />}
        errorTitle={t('replies.unreadable')}
        foot={<span>{t(may ? 'replies.foot' : 'replies.who')}</span>}
      />
      {asked?.what === 'edit' ? <ReplyDialog reply={asked.reply} language={asked.reply.language} onClose={close} /> : null}
      {asked?.what === 'remove' ? <RemoveReply reply={asked.reply} onClose={close} /> : null}
    </>
  )
}

function RemoveReply({ reply, onClose }: { reply: SavedReply; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const remove = useDeskCommand('reviews.remove_reply', { failures: 'inline', onDone: onClose })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('replies.removeTitle', { title: reply.title })}
      confirmLabel={t('replies.removeConfirm')}
      danger
      running={remove.running}
      failure={remove.failure}
      onConfirm={() => void remove.run({ id: reply.id })}
    >
      <p>{t('replies.removeText')}</p>
    </ConfirmDialog>
  )
}

function useReplyColumns(may: boolean, ask: (asked: Asked) => void): Column<SavedReply>[] {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  return useMemo(() => {
    const kind = (reply: SavedReply): string => t(`settings:replies.kindName.${reply.kind}`)
    const columns: Column<SavedReply>[] = [
      {
        id: 'title',
        header: t('settings:replies.title'),
        width: 230,
        grow: 1,
        fixed: true,
        text: ({ title }) => title,
        cell: (reply) => <TwoLines first={reply.title} second={kind(reply)} />,
      },
      {
        id: 'text',
        header: t('settings:replies.text'),
        width: 360,
        grow: 3,
        text: ({ text }) => text,
        cell: ({ text }) => (
          <span className={classes.twoLines} title={text}>
            {text}
          </span>
        ),
      },
      {
        id: 'language',
        header: t('settings:replies.language'),
        width: 100,
        text: ({ language }) => language,
        cell: ({ language }) => LANGUAGE_NAMES[language],
      },
      {
        id: 'version',
        header: t('settings:policy.versionHead'),
        width: 80,
        align: 'right',
        text: ({ version }) => version,
        cell: ({ version }) => format.number(version),
      },
    ]
    if (may) {
      columns.push({
        id: 'actions',
        header: t('settings:operators.actions'),
        width: 84,
        text: () => null,
        cell: (reply) => (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="subtle" color="gray" aria-label={t('settings:operators.actionsOf', { name: reply.title })}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} stroke={1.7} />} onClick={() => ask({ what: 'edit', reply })}>
                {t('common:edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} stroke={1.7} />} onClick={() => ask({ what: 'remove', reply })}>
                {t('common:remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ),
      })
    }
    return columns
  }, [t, format, may, ask])
}
