import type { Language } from '@contract/define'
import type { MessageState } from '@contract/messages'
import type { ReadDb } from '../database'
import type { MessageRecord } from './template'

export interface MessageRow {
  readonly id: string
  readonly key: string
  readonly account: string
  readonly template: string
  readonly rule: string
  readonly params: string
  readonly state: MessageState
  readonly message_id: string
  readonly language: Language
  readonly planned_at: number
  readonly due_at: number | null
  readonly attempts: number
  readonly tried_at: number | null
  readonly sent_at: number | null
  readonly bounced_at: number | null
  readonly problem: string | null
  readonly waits: 'admin' | null
  readonly version: number
}

export const messageById = (db: ReadDb, id: string): MessageRow | undefined => db.get<MessageRow>('SELECT * FROM message WHERE id = ?', id)
export const messageByKey = (db: ReadDb, key: string): MessageRow | undefined => db.get<MessageRow>('SELECT * FROM message WHERE key = ?', key)

export function asRecord(row: MessageRow): MessageRecord {
  const { id, key, account, template, attempts } = row
  const params = JSON.parse(row.params) as Record<string, unknown>
  return { id, key, account, template, params, attempts, plannedAt: row.planned_at, messageId: row.message_id, sentAt: row.sent_at }
}
