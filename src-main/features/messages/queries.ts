import { MESSAGE_STATES, type DirectiveRow, type MailSettings, type MessageRow, type MessageState, type MessageView } from '@contract/messages'
import type { Language, Page, Total } from '@contract/define'
import type { SchedulerStatus } from '@contract/scheduler'
import type { Catalog } from '@kernel/catalog'
import type { ReadDb } from '@kernel/database/index'
import { mailRoute, MAIL_PASSWORD, NO_SENDER, previewMessage, renderNow, type RenderedText } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'
import {
  countDirectives,
  countMessages,
  countOverdue,
  countWaiting,
  findDirectives,
  findMessages,
  getMessage,
  lastProblem,
  type DirectiveFilter,
  type ListedDirective,
  type ListedMessage,
  type MessageFilter,
} from './store'

interface Looking {
  readonly db: ReadDb
  readonly catalog: Catalog
  /** ms UTC */
  readonly now: number
}

interface Paging {
  readonly cursor?: string | null | undefined
  readonly limit: number
}

export function listMessages(looking: Looking, { cursor, limit, ...filter }: MessageFilter & Paging): Page<MessageRow> {
  const { db, now } = looking
  const transport = mailRoute(db).transport !== 'none'
  const rows = findMessages(db, filter, cursor ?? null, limit, now)
  return { rows: rows.map((row) => asRow(looking, row, transport)), cursor: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
}

function asRow(looking: Looking, row: ListedMessage, transport: boolean): MessageRow {
  const open = row.state === 'planned' || row.state === 'retry'
  return {
    id: row.id,
    version: row.version,
    key: row.key,
    accountUuid: row.account,
    accountId: row.external ?? '',
    company: row.company ?? '',
    template: row.template,
    language: row.language,
    subject: open ? (asItWouldGo(looking, row)?.subject ?? '') : (row.subject ?? ''),
    state: row.state,
    plannedAt: row.planned_at,
    nextAttemptAt: row.due_at,
    attempts: row.attempts,
    sentAt: row.sent_at,
    bouncedAt: row.bounced_at,
    problem: row.problem,
    waits: row.waits === 'admin' ? 'admin' : open && !transport ? 'no_transport' : null,
  }
}

/** What a message that is still to go would say now; null when its template fails, which shows when it is handed over. */
function asItWouldGo({ db, catalog, now }: Looking, row: ListedMessage): ReturnType<typeof renderNow> | null {
  const template = catalog.templates.get(row.template)
  if (template === undefined) return null
  try {
    return renderNow(db, template, row, now)
  } catch {
    return null
  }
}

/** @throws Refusal `message_missing` */
export function getMessageView(looking: Looking, id: string): MessageView {
  const row = getMessage(looking.db, id)
  if (row === undefined) throw new Refusal('message_missing')
  const route = mailRoute(looking.db)
  const gone = row.state === 'sent' || row.state === 'sending' || row.state === 'unknown'
  const coming = gone || row.text !== null ? null : asItWouldGo(looking, row)
  const live = row.state === 'planned' || row.state === 'retry' ? asItWouldGo(looking, row) : coming
  return {
    ...asRow(looking, row, route.transport !== 'none'),
    to: live?.to?.address ?? row.recipient ?? '',
    from: live?.from.address ?? row.sender ?? '',
    messageId: row.message_id,
    text: live?.text ?? row.text ?? '',
    html: live?.html ?? row.html ?? '',
    rule: row.rule,
  }
}

const total = (count: number): Total => ({ count: Math.min(count, 10_000), atLeast: count > 10_000 })

export function messageTotals(db: ReadDb, now: number): Record<MessageState | 'work', Total> {
  const counts = new Map(MESSAGE_STATES.map((state) => [state, countMessages(db, state)]))
  const totals = Object.fromEntries([...counts].map(([state, count]) => [state, total(count)])) as Record<MessageState, Total>
  return { ...totals, work: total(countWork(db, now)) }
}

const countWork = (db: ReadDb, now: number): number => countMessages(db, 'failed') + countMessages(db, 'unknown') + countOverdue(db, now)

/** @throws Refusal `template_missing` */
export function preview(looking: Looking, name: string, language: Language, account: string | null): RenderedText {
  const template = looking.catalog.templates.get(name)
  if (template === undefined) throw new Refusal('template_missing')
  return previewMessage(looking.db, template, language, account, looking.now)
}

export function listTemplates({ templates }: Catalog): { template: string; rule: string }[] {
  return [...templates.values()].map(({ name, rule }) => ({ template: name, rule })).sort((a, b) => (a.template < b.template ? -1 : 1))
}

export function listDirectives(db: ReadDb, { cursor, limit, ...filter }: DirectiveFilter & Paging): Page<DirectiveRow> {
  const rows = findDirectives(db, filter, cursor ?? null, limit)
  return { rows: rows.map(asDirective), cursor: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
}

function asDirective(row: ListedDirective): DirectiveRow {
  const { id, seq, kind, state, error } = row
  return {
    id,
    seq,
    kind,
    state,
    error,
    accountUuid: row.account,
    accountId: row.external ?? '',
    company: row.company ?? '',
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    plannedAt: row.planned_at,
    handedAt: row.handed_at,
    doneAt: row.done_at,
  }
}

export function mailSettings({ reader, secrets }: Services): MailSettings {
  const { from, company, ...route } = mailRoute(reader)
  const named = from !== NO_SENDER
  return {
    ...route,
    from: named ? from : '',
    company: named ? company : '',
    passwordHeld: secrets.get(MAIL_PASSWORD) !== null,
    passwordKept: secrets.kept,
  }
}

/** For the status bar, on every screen. */
export function mailStatus(db: ReadDb, now: number): SchedulerStatus['mail'] {
  return { transport: mailRoute(db).transport, waiting: countWaiting(db, now), work: countWork(db, now), lastProblem: lastProblem(db) }
}

export function directiveStatus(db: ReadDb): SchedulerStatus['directives'] {
  return { waiting: countDirectives(db, 'planned'), failed: countDirectives(db, 'failed') }
}
