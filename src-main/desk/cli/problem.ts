import { asCallError, Refusal, type Params } from '@kernel/refusal'
import { WorkspaceProblem } from '@kernel/database/index'
import type { CallError } from '@contract/wire'

/** Exit statuses (FEEDS): done, done with bad rows or findings, refused or unusable. */
export const DONE = 0
export const FINDINGS = 1
export const REFUSED = 2
export type Status = typeof DONE | typeof FINDINGS | typeof REFUSED

/** The call's words are off: what, and how it goes. */
export class Usage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Usage'
  }
}

/** A failed call of the desk, thrown so that one place answers it. */
export class CallRefused extends Error {
  readonly error: CallError

  constructor(error: CallError) {
    super(error.code)
    this.name = 'CallRefused'
    this.error = error
  }
}

export function asError(thrown: unknown): CallError {
  if (thrown instanceof CallRefused) return thrown.error
  if (thrown instanceof Usage) return { kind: 'invalid', code: 'usage', params: { message: thrown.message } }
  if (thrown instanceof WorkspaceProblem) return { kind: 'refusal', code: thrown.code, params: thrown.params }
  if (thrown instanceof Refusal) return asCallError(thrown)
  if (thrown instanceof Error && thrown.name === 'AbortError') return { kind: 'unavailable', code: 'cancelled', params: {} }
  const code = (thrown as { code?: unknown } | null)?.code
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return { kind: 'refusal', code: 'file_unusable', params: { cause: code, path: (thrown as { path?: string }).path ?? '' } }
  return asCallError(thrown)
}

const SENTENCES: Readonly<Record<string, string>> = {
  in_use: 'Another desk has this workspace open. Close it, then try again.',
  newer_version: 'This workspace was written by a newer version of Reeve. Update Reeve; nothing was changed.',
  not_ours: 'This folder holds no workspace of Reeve.',
  damaged: 'The workspace file is damaged. Restore it from a backup; nothing was changed.',
  migration_failed: 'The workspace could not be brought to this version. Nothing was changed.',
  no_workspace: 'There is no workspace in this folder. Make one with: create --store DIR',
  workspace_exists: 'There is already a workspace in this folder.',
  not_signed_in: 'A real workspace needs --as OPERATOR and that operator’s passphrase.',
  role_missing: 'This operator lacks the role for it.',
  operator_missing: 'There is no operator of this name. operators list names them.',
  operator_ambiguous: 'Several operators have this name. Use the short name; operators list names them.',
  sign_in_failed: 'Name and passphrase don’t fit together.',
  throttled: 'Too many wrong passphrases. Wait, then try again.',
  passphrase_too_short: 'The passphrase is too short.',
  passphrase_guessable: 'The passphrase is too easy to guess.',
  short_name_taken: 'Another operator has this short name.',
  simulation_only: 'Only a simulation workspace lets its clock be set or moved on; a real one foresees with run --until ISO --dry-run.',
  simulation_mail_loopback_only: 'A simulation mails only to a folder or to this machine (localhost).',
  mail_route_malformed: '--mail wants none, folder or smtp://HOST:PORT.',
  cancelled: 'Cancelled. What was taken until then stays.',
  malformed: 'The input doesn’t fit the command; do --help shows what it wants.',
  file_unusable: 'A file or folder can’t be read or written.',
  file_missing: 'This file doesn’t exist.',
  file_unreadable: 'This file can’t be read as a feed.',
  file_empty: 'This file is empty; it wants a header row, or one JSON object a line.',
  file_not_written: 'The report can’t be written there.',
  encoding_unknown: 'This file is not UTF-8 text.',
  header_missing: 'The header lacks columns that this kind needs.',
  header_twice: 'A column stands twice in the header.',
  header_too_long: 'The header is too long to be one.',
  kind_unknown: 'The kind can’t be told from the file’s name. Name it KIND.csv or give --kind.',
  kind_not_taken_yet: 'This version doesn’t take feeds of this kind yet.',
  storage_failed: 'The disk refused to store it. Nothing of this step was kept.',
  internal: 'A defect stopped it; nothing of this step was kept. Please report it.',
}

/** One line stays one that can be read. */
const MOST_EXTRA = 600

/** One line: what, where, what to do. Never a stack trace. */
export function sentence({ code, params }: CallError): string {
  if (code === 'usage') return String(params['message'])
  const extra = describe(params)
  return `${SENTENCES[code] ?? `Refused: ${code}.`}${extra === '' ? '' : ` (${extra.slice(0, MOST_EXTRA)})`}`
}

function describe(params: Params): string {
  return Object.entries(params)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean)}`)
    .join(', ')
}
