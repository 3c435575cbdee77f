import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from './use-remembered'
import classes from './messages.module.css'

const PARTS = ['html', 'text'] as const
export type MailPart = (typeof PARTS)[number]

export function useMailPart(): [MailPart, (part: MailPart) => void] {
  return useRemembered<MailPart>('mail-part', 'html', PARTS)
}

interface MailBodyProps {
  html: string
  text: string
  part: MailPart
  onPart: (part: MailPart) => void
  children?: ReactNode
}

/** A message as the customer reads it. The HTML part stands in a frame without scripts, forms, links out or an origin. */
export function MailBody({ html, text, part, onPart, children }: MailBodyProps) {
  const { t } = useTranslation('messages')
  return (
    <>
      <div className={classes.view}>
        <SegmentedControl
          aria-label={t('body.part')}
          value={part}
          onChange={(next) => onPart(next as MailPart)}
          data={PARTS.map((value) => ({ value, label: t(`body.${value}`) }))}
        />
        {children}
      </div>
      {part === 'html' ? (
        <div className={classes.body}>
          <iframe className={classes.frame} title={t('body.frame')} sandbox="" srcDoc={html} />
        </div>
      ) : (
        <pre className={classes.text} tabIndex={0}>
          {text}
        </pre>
      )}
    </>
  )
}
