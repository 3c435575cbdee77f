import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@contract/constants'
import { REPLY_PLACEHOLDERS, type SavedReply } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { isLanguage } from '@/app/i18n'
import { useSession } from '@/app/session/session'
import { ConfirmDialog } from '@/kit/dialog'
import { useDiscardQuestion } from '@/kit/discard-question'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { piecesOf, REPLY_KINDS, unknownIn } from './placeholders'
import classes from './settings.module.css'
import { LANGUAGE_OPTIONS } from './use-language'

/** REV-15: one saved reply, with its placeholders and how it reads. */
export function ReplyDialog({ reply, language: first, onClose }: { reply: SavedReply | null; language: Language; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [kind, setKind] = useState(reply?.kind ?? 'query')
  const [language, setLanguage] = useState(first)
  const [title, setTitle] = useState(reply?.title ?? '')
  const [text, setText] = useState(reply?.text ?? '')
  const area = useRef<HTMLTextAreaElement>(null)
  const save = useDeskCommand('reviews.save_reply', { failures: 'inline', onDone: onClose })
  const unknown = unknownIn(text)
  const same = title === (reply?.title ?? '') && text === (reply?.text ?? '')
  const closing = useDiscardQuestion(!same, onClose)
  /** Where the caret stands, as typing would. */
  const insert = (name: string): void => {
    const field = area.current
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length]
    const written = `{{${name}}}`
    setText(text.slice(0, from) + written + text.slice(to))
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + written.length, from + written.length)
    })
  }
  return (
    <>
      <ConfirmDialog
        opened
        onClose={closing.close}
        title={reply === null ? t('replies.addTitle') : t('replies.editTitle', { title: reply.title })}
        size={720}
        confirmLabel={t('replies.save')}
        confirmDisabled={title.trim() === '' || text.trim() === ''}
        running={save.running}
        failure={save.failure}
        onConfirm={() => void save.run({ id: reply?.id ?? null, kind, language, title: title.trim(), text: text.trim() })}
      >
        <div className={classes.pair}>
          <div>
            <p className={classes.label}>{t('replies.kind')}</p>
            <SegmentedControl
              aria-label={t('replies.kind')}
              value={kind}
              onChange={setKind}
              data={REPLY_KINDS.map((value) => ({ value, label: t(`replies.kindName.${value}`) }))}
            />
          </div>
          <NativeSelect
            label={t('replies.language')}
            value={language}
            data={LANGUAGE_OPTIONS}
            onChange={({ currentTarget: { value } }) => isLanguage(value) && setLanguage(value)}
          />
        </div>
        <TextInput
          label={t('replies.title')}
          value={title}
          maxLength={200}
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div>
          <Textarea
            label={t('replies.text')}
            ref={area}
            value={text}
            maxLength={20_000}
            autosize
            minRows={5}
            maxRows={12}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={classes.placeholders} role="group" aria-label={t('replies.placeholders')}>
            <span className={classes.text}>{t('replies.placeholders')}</span>
            {REPLY_PLACEHOLDERS.map((name) => (
              <Button key={name} size="compact-xs" title={t('replies.insert', { name: `{{${name}}}` })} onClick={() => insert(name)}>
                {t(`replies.placeholder.${name}`)}
              </Button>
            ))}
          </div>
        </div>
        {unknown.length === 0 ? null : (
          <Banner icon={IconAlertTriangle} tone="warn">
            {t('replies.unknown', { names: format.list(unknown) })}
          </Banner>
        )}
        {text.trim() === '' ? null : <ReplyPreview text={text} />}
      </ConfirmDialog>
      {closing.question}
    </>
  )
}

/** With an invented customer: how it will read. */
function ReplyPreview({ text }: { text: string }) {
  const { t } = useTranslation('settings')
  const { name } = useSession()
  const sample = { company: 'Bokhandeln Önneby AB', group: 'Newsletter', formUrl: 'https://onneby.example/newsletter', reviewer: name }
  return (
    <section aria-label={t('replies.preview')}>
      <p className={classes.label}>{t('replies.preview')}</p>
      <div className={classes.reply} tabIndex={0} role="group" aria-label={t('replies.preview')}>
        {piecesOf(text, sample).map(({ text: piece, kind }, index) =>
          kind === 'text' ? (
            piece
          ) : (
            <mark key={index} data-kind={kind}>
              {piece}
            </mark>
          ),
        )}
      </div>
    </section>
  )
}
