import type { Params } from '../refusal'

/** The workspace can't be opened; the code says why (`problem.<code>`). */
export class WorkspaceProblem extends Error {
  readonly code: 'newer_version' | 'not_ours' | 'damaged' | 'in_use' | 'migration_failed'
  readonly params: Params

  constructor(code: WorkspaceProblem['code'], params: Params = {}) {
    super(code)
    this.name = 'WorkspaceProblem'
    this.code = code
    this.params = params
  }
}

/** SQLite found the file's own pages damaged. */
export function isDamage(thrown: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String((thrown as { code?: unknown } | null)?.code))
}
