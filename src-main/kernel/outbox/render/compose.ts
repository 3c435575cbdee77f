import MailComposer from 'nodemailer/lib/mail-composer'
import type { Language } from '@contract/define'
import type { RenderedMessage } from '../transports/transport'
import { oneLine } from './source'

export interface Letter {
  readonly id: string
  /** `<uuid@reeve.domain>`, the same at every try (MSG-01). */
  readonly messageId: string
  readonly language: Language
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** ms UTC */
  readonly date: number
}

/** The message as it goes out: two parts, quoted-printable, no line end in any header but the folding. */
export async function compose(letter: Letter): Promise<RenderedMessage> {
  const { id, messageId, language, from, to, subject, text, html, date } = letter
  const node = new MailComposer({
    from: { name: oneLine(from.name), address: oneLine(from.address) },
    to: { name: oneLine(to.name), address: oneLine(to.address) },
    subject: oneLine(subject),
    messageId,
    date: new Date(date),
    text,
    html,
    // RFC 3834: no out-of-office reply to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    textEncoding: 'quoted-printable',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
    // The same message is the same bytes: a boundary from the dice would differ at every try.
    baseBoundary: id.replaceAll('-', ''),
  }).compile()
  const envelope = node.getEnvelope()
  const recipient = envelope.to[0]
  if (envelope.from === false || recipient === undefined || envelope.to.length !== 1)
    throw new TypeError('message without one sender and one recipient')
  return { id, messageId, from: envelope.from, to: recipient, raw: await node.build() }
}
