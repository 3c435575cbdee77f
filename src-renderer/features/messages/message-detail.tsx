import { Button, DataList } from '@mantine/core'
import { IconCheck, IconExternalLink, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '@contract/messages'
import { useDeskQuery } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { EmptyState, ErrorState, LoadingState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { RuleTag } from '@/kit/timeline'
import { MailBody, useMailPart } from './mail-body'
import { messageName } from './message-name'
import classes from './messages.module.css'
import { problemInWords } from './problem-words'
import { SettleDialog, type Settling } from './settle-dialog'
import { canBeSettled, messageState } from './states'

/** The message under the focus: to whom, what became of it, what can be done, and its text. */
export function MessageDetail({ id }: { id: string | null }) {
  const { t } = useTranslation('messages')
  const message = useDeskQuery('messages.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <EmptyState title={t('detail.none')} text={t('detail.noneText')} />
  if (message.error !== null) return <ErrorState title={t('detail.error')} failure={message.error} onRetry={() => void message.refetch()} />
  return message.data === undefined ? <LoadingState lines={6} /> : <Loaded key={id} message={message.data} />
}

function Loaded({ message }: { message: MessageView }) {
  const { t } = useTranslation('messages')
  const [settling, setSettling] = useState<Settling | null>(null)
  const [part, setPart] = useMailPart()
  const mayAct = useMay(['support', 'admin'])
  const unknown = message.state === 'unknown'
  const open = canBeSettled(message)
  useShortcuts([
    {
      id: 'messages.was_delivered',
      keys: ['w'],
      label: t('settle.was_delivered.title'),
      group: 'screen',
      run: () => setSettling('was_delivered'),
      enabled: mayAct && unknown,
    },
    {
      id: 'messages.send_again',
      keys: ['s'],
      label: t('settle.send_again.title'),
      group: 'screen',
      run: () => setSettling('send_again'),
      enabled: mayAct && open,
    },
    { id: 'messages.part', keys: ['h'], label: t('body.toggle'), group: 'screen', run: () => setPart(part === 'html' ? 'text' : 'html') },
    {
      id: 'messages.account',
      keys: ['shift+Enter'],
      label: t('detail.openAccount'),
      group: 'screen',
      run: () => go({ screen: 'account', id: message.accountUuid }),
    },
  ])
  return (
    <article className={classes.detail}>
      <header className={classes.detailHead}>
        <h2 className={classes.subject}>{message.subject}</h2>
        <div className={classes.badges}>
          <StatusBadge soft state={messageState(message)} />
          <span>{messageName(message)}</span>
          <RuleTag rule={message.rule} />
          <span className={classes.quiet}>{LANGUAGE_NAMES[message.language]}</span>
        </div>
        <Particulars message={message} />
        <div className={classes.actions}>
          {unknown && mayAct ? (
            <Button
              leftSection={<IconCheck size={14} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint keys="w" />}
              onClick={() => setSettling('was_delivered')}
            >
              {t('settle.was_delivered.open')}
            </Button>
          ) : null}
          {open && mayAct ? (
            <Button
              leftSection={<IconSend size={14} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint keys="s" />}
              onClick={() => setSettling('send_again')}
            >
              {t('settle.send_again.open')}
            </Button>
          ) : null}
          <Button
            leftSection={<IconExternalLink size={14} stroke={1.7} aria-hidden />}
            onClick={() => go({ screen: 'account', id: message.accountUuid })}
          >
            {t('detail.openAccount')}
          </Button>
        </div>
        {open && !mayAct ? <p className={classes.quiet}>{t('detail.supportOnly')}</p> : null}
      </header>
      <MailBody html={message.html} text={message.text} part={part} onPart={setPart}>
        <span className={classes.quiet}>{t(message.state === 'planned' || message.state === 'retry' ? 'body.asItWouldBe' : 'body.asItWas')}</span>
      </MailBody>
      {settling === null ? null : <SettleDialog message={message} how={settling} onClose={() => setSettling(null)} />}
    </article>
  )
}

function Particulars({ message }: { message: MessageView }) {
  const { t } = useTranslation('messages')
  const format = useFormat()
  const when = (at: number | null): string | null => (at === null ? null : format.dateTimeFull(at))
  const lines: (readonly [string, string | null])[] = [
    ['to', message.to],
    ['from', message.from],
    ['account', `${message.company}, ${message.accountId}`],
    ['messageId', message.messageId],
    ['plannedAt', when(message.plannedAt)],
    ['nextAttemptAt', message.state === 'retry' || message.state === 'planned' ? when(message.nextAttemptAt) : null],
    ['sentAt', when(message.sentAt)],
    ['bouncedAt', when(message.bouncedAt)],
    ['attempts', message.attempts === 0 ? null : format.number(message.attempts)],
    ['problem', message.problem === null ? null : problemInWords(message.problem)],
    ['waits', message.waits === null ? null : t(`waits.${message.waits}`)],
  ]
  return (
    <DataList labelWidth={112} gap={3}>
      {lines.flatMap(([name, text]) =>
        text === null
          ? []
          : [
              <DataList.Item key={name}>
                <DataList.ItemLabel>{t(`detail.${name}`)}</DataList.ItemLabel>
                <DataList.ItemValue className={name === 'messageId' ? (classes.id ?? '') : ''} style={{ overflowWrap: 'anywhere' }}>
                  {text}
                </DataList.ItemValue>
              </DataList.Item>,
            ],
      )}
    </DataList>
  )
}
