/** What crosses the MessagePort between a window and the desk. */

/** Every failure a caller can see. `code` is stable and translated in the renderer (`error.<code>`). */
export interface CallError {
  /**
   * refusal: a rule says no. invalid: the input was malformed. denied: not signed in, locked, or lacking the role.
   * unavailable: the desk is restarting or busy; nothing was done, try again. fault: a defect; nothing was done.
   */
  readonly kind: 'refusal' | 'invalid' | 'denied' | 'unavailable' | 'fault'
  readonly code: string
  readonly params: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

export interface Progress {
  done: number
  total: number | null
  /** A stable word for what is being done now, translated in the renderer (`progress.<phase>`). */
  phase: string
}

export type ToDesk = { type: 'call'; id: number; op: string; input: unknown; commandId?: string } | { type: 'cancel'; id: number } | { type: 'touch' }

export type FromDesk =
  | { type: 'answer'; id: number; ok: true; value: unknown }
  | { type: 'answer'; id: number; ok: false; error: CallError }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'changed'; topics: Topic[] }
  | { type: 'locked' }

/** What has changed; open screens refetch the queries whose name starts with a changed topic. */
export const TOPICS = [
  'workspace',
  'access',
  'accounts',
  'plans',
  'limits',
  'reviews',
  'reports',
  'sharing',
  'segments',
  'cancellation',
  'retention',
  'messages',
  'directives',
  'journal',
  'feeds',
  'scheduler',
  'settings',
  'today',
] as const
export type Topic = (typeof TOPICS)[number]
