import { Button, Menu, Textarea } from '@mantine/core'
import { IconBraces, IconMessage2 } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@contract/constants'
import type { SavedReply } from '@contract/reviews'
import { useDeskQuery } from '@/app/bridge/queries'
import classes from './deciding.module.css'

interface MessageFieldProps {
  label: string
  kind: SavedReply['kind']
  /** The customer's. */
  language: Language
  value: string
  onChange: (value: string) => void
  autoFocus: boolean
}

/** What a text may name; the desk fills it in. */
const PLACEHOLDERS = ['company', 'group', 'formUrl', 'reviewer'] as const

/** REV-15: what the customer reads, written or taken from the saved replies of their language. */
export function MessageField({ label, kind, language, value, onChange, autoFocus }: MessageFieldProps) {
  const { t } = useTranslation('reviews')
  const field = useRef<HTMLTextAreaElement>(null)
  const replies = (useDeskQuery('reviews.replies', { language }).data ?? []).filter((reply) => reply.kind === kind)
  /** At the caret; a whole reply stands in its own paragraph. */
  const insert = (text: string, paragraph: boolean): void => {
    const at = field.current?.selectionStart ?? value.length
    const [before, after] = [value.slice(0, at), value.slice(field.current?.selectionEnd ?? at)]
    const gap = paragraph && before.trim() !== '' && !before.endsWith('\n\n') ? '\n\n' : ''
    const caret = at + gap.length + text.length
    onChange(`${before}${gap}${text}${after}`)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }
  return (
    <div className={classes.message}>
      <div className={classes.messageHead}>
        <label htmlFor={`message-${kind}`}>{label}</label>
        <span className={classes.messageLanguage}>{t(`language.${language}`)}</span>
      </div>
      <Textarea
        id={`message-${kind}`}
        ref={field}
        lang={language}
        value={value}
        maxLength={20_000}
        autosize
        minRows={kind === 'query' ? 5 : 4}
        maxRows={9}
        {...(autoFocus ? { 'data-first': true } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {/* After the field: Tab goes to the text first. */}
      <div className={classes.messageMenus}>
        <Menu position="top-end" width={300} returnFocus={false}>
          <Menu.Target>
            <Button size="compact-xs" leftSection={<IconMessage2 size={13} stroke={1.7} aria-hidden />} disabled={replies.length === 0}>
              {t('message.replies')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="50vh" style={{ overflowY: 'auto' }}>
            {replies.map((reply) => (
              <Menu.Item key={reply.id} onClick={() => insert(reply.text, true)} lang={language}>
                {reply.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="top-end" width={200} returnFocus={false}>
          <Menu.Target>
            <Button size="compact-xs" leftSection={<IconBraces size={13} stroke={1.7} aria-hidden />}>
              {t('message.placeholders')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {PLACEHOLDERS.map((name) => (
              <Menu.Item key={name} onClick={() => insert(`{{${name}}}`, false)}>
                {t(`placeholder.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}
