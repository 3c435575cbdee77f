import type { Language } from '@contract/define'
import type { ReadDb } from '../database'
import type { Unit } from '../unit'

/** What a template may say; rendered with mustache, every value escaped in HTML. */
export interface TemplateText {
  readonly subject: string
  /** Paragraphs; `{{name}}` fills in. */
  readonly body: readonly string[]
}

/** A message as templates and their hooks see it. */
export interface MessageRecord {
  readonly id: string
  readonly key: string
  /** Internal uuid. */
  readonly account: string
  readonly template: string
  readonly params: Readonly<Record<string, unknown>>
  readonly plannedAt: number
  readonly attempts: number
  readonly messageId: string
  /** ms UTC of the hand-over (MSG-01); null before. A person may say so later than it was. */
  readonly sentAt: number | null
}

/** MSG-06: asked right before hand-over. `until`: ms UTC when to ask again; null: something else will wake it. */
export type Verdict = { act: 'send' } | { act: 'withdraw'; rule: string } | { act: 'wait'; until: number | null }

export interface MessageTemplate {
  /** `limits.warning` … */
  readonly name: string
  readonly rule: string
  readonly texts: Readonly<Record<Language, TemplateText>>
  check(db: ReadDb, message: MessageRecord, now: number): Verdict
  /** What `{{…}}` stands for, formatted for the language; facts as they are now. */
  data(db: ReadDb, message: MessageRecord, language: Language, now: number): Readonly<Record<string, unknown>>
  /** In the transaction that notes the hand-over. */
  onSent?(unit: Unit, message: MessageRecord): void
  /** In the transaction that notes a failure for good, an unknown outcome, or a bounce. */
  onFailed?(unit: Unit, message: MessageRecord, state: 'failed' | 'unknown' | 'retry'): void
  /** In the transaction in which `check` found that its reason has gone. */
  onWithdrawn?(unit: Unit, message: MessageRecord): void
  onBounced?(unit: Unit, message: MessageRecord, permanent: boolean): void
  /** Values for a preview without a message. */
  readonly sample: Readonly<Record<string, unknown>>
}
