import * as z from 'zod'
import { command, LANGUAGES, noInput, paging, query, reason, uuid, type Language, type Page, type Total } from './define'

/** MSG-01 */
export const MESSAGE_STATES = ['planned', 'sending', 'sent', 'retry', 'failed', 'unknown', 'withdrawn'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export interface MessageRow {
  id: string
  version: number
  key: string
  accountUuid: string
  accountId: string
  company: string
  template: string
  language: Language
  subject: string
  state: MessageState
  plannedAt: number
  nextAttemptAt: number | null
  attempts: number
  sentAt: number | null
  /** Set when a bounce came back. */
  bouncedAt: number | null
  /** The transport's answer, without personal data: a code and enhanced status. */
  problem: string | null
  /** Why it waits: no transport, an import's consequences waiting for an admin, nothing. */
  waits: 'no_transport' | 'admin' | null
}

export interface MessageView extends MessageRow {
  to: string
  from: string
  messageId: string
  text: string
  html: string
  rule: string
}

export interface DirectiveRow {
  id: string
  accountUuid: string
  accountId: string
  company: string
  seq: number
  kind: string
  payload: Record<string, unknown>
  state: 'planned' | 'handed' | 'done' | 'failed'
  plannedAt: number
  handedAt: number | null
  doneAt: number | null
  error: string | null
}

export interface MailSettings {
  transport: 'none' | 'folder' | 'smtp'
  host: string | null
  port: number | null
  security: 'none' | 'starttls' | 'tls'
  user: string | null
  /** True when a password is held (in the system's keychain, or in memory until the next start). */
  passwordHeld: boolean
  /** False: the system has no keychain; the password is asked for at each start. */
  passwordKept: boolean
  from: string
  company: string
}

const messageFilter = {
  state: z.enum(MESSAGE_STATES).nullish(),
  /** Failed, unknown and waiting too long: what a person must look at. */
  work: z.boolean().nullish(),
  account: uuid.nullish(),
}

export const messagesContract = {
  'messages.list': query<Page<MessageRow>>()('operator', z.object({ ...messageFilter, ...paging }).strict()),
  'messages.totals': query<Record<MessageState | 'work', Total>>()('operator', noInput),
  'messages.get': query<MessageView>()('operator', z.object({ id: uuid }).strict()),
  /** MSG-01: what a person found out about an unknown message; then it counts for LIM-04. */
  'messages.was_delivered': command<null>()(['support', 'admin'], z.object({ id: uuid, reason }).strict()),
  'messages.send_again': command<null>()(['support', 'admin'], z.object({ id: uuid, reason }).strict()),
  /** Sample of a template with a real account's data, in a language. */
  'messages.preview': query<{ subject: string; text: string; html: string }>()(
    'operator',
    z.object({ template: z.string().max(100), language: z.enum(LANGUAGES), account: uuid.nullish() }).strict(),
  ),
  'messages.templates': query<{ template: string; rule: string }[]>()('operator', noInput),
  'directives.list': query<Page<DirectiveRow>>()(
    'operator',
    z.object({ state: z.enum(['planned', 'handed', 'done', 'failed']).nullish(), account: uuid.nullish(), ...paging }).strict(),
  ),
  'settings.mail': query<MailSettings>()('operator', noInput),
  'settings.set_mail': command<null>()(
    ['admin'],
    z
      .object({
        transport: z.enum(['none', 'folder', 'smtp']),
        host: z.string().trim().max(253).nullable(),
        port: z.number().int().min(1).max(65535).nullable(),
        security: z.enum(['none', 'starttls', 'tls']),
        user: z.string().trim().max(256).nullable(),
        /** Null leaves the held password as it is. */
        password: z.string().max(1000).nullable(),
        from: z.string().trim().max(254),
        company: z.string().trim().max(200),
      })
      .strict(),
  ),
  /** Connects and signs in, sends nothing. */
  'settings.test_mail': command<{ ok: boolean; problem: string | null }>()(['admin'], noInput),
} as const
