import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FilePreview, ImportResult } from '@contract/feeds'
import type { CallError, Progress } from '@contract/wire'
import { createOperator } from '@kernel/access/index'
import type { Session } from '@kernel/access/session'
import { createDesk, type Desk } from '../create-desk'
import { createWorkspace } from '../create-workspace'

export const START = Date.UTC(2026, 10, 2, 9)

export interface ImportDesk {
  readonly folder: string
  desk: Desk
  session: Session
  /** Writes a file and answers its path. */
  file(name: string, lines: readonly string[] | string): string
  import(
    paths: readonly string[],
    options?: { allOrNothing?: boolean; commandId?: string; signal?: AbortSignal; progress?: (progress: Progress) => unknown },
  ): Promise<ImportResult>
  refusal(paths: readonly string[], allOrNothing?: boolean): Promise<CallError>
  preview(paths: readonly string[]): Promise<FilePreview[]>
  call<T>(op: string, input: unknown): Promise<T>
  /** Every fact, search word and external id, without internal uuids: for comparing. */
  facts(): unknown
  reopen(): Promise<void>
  close(): Promise<void>
}

/** A simulation workspace in a folder of its own, for tests of imports. */
export function importDesk(): ImportDesk {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-import-'))
  const store = join(folder, 'store')
  const credential = { passphrase: 'x', recovery: null }
  const operatorId = createWorkspace({ folder: store, now: START, simulation: true }, (unit) =>
    createOperator(unit, { name: 'Astrid', shortName: 'AB', language: 'en', roles: ['admin'], credential }),
  )
  const session: Session = { operatorId, name: 'Astrid', shortName: 'AB', roles: ['admin'], language: 'en', touchedAt: START }
  const call = async <T>(op: string, input: unknown, extra: object = {}): Promise<T> => {
    const answer = await self.desk.call(op, input, { window: 'test', session: self.session, ...extra })
    if (!answer.ok) throw Object.assign(new Error(answer.error.code), { answer: answer.error })
    return answer.value as T
  }
  const named = (paths: readonly string[]) => paths.map((path) => ({ path }))
  const self: ImportDesk = {
    folder,
    desk: createDesk({ folder: store }),
    session,
    file(name, lines) {
      const path = join(folder, name)
      writeFileSync(path, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`)
      return path
    },
    import: (paths, { allOrNothing = false, ...extra } = {}) => call('feeds.import', { files: named(paths), allOrNothing }, extra),
    refusal: (paths, allOrNothing = false) =>
      call('feeds.import', { files: named(paths), allOrNothing }).then(
        () => {
          throw new Error('not refused')
        },
        (thrown: { answer: CallError }) => thrown.answer,
      ),
    preview: async (paths) => (await call<{ files: FilePreview[] }>('feeds.preview', { files: named(paths) })).files,
    call,
    facts: () => factsOf(self.desk),
    async reopen() {
      await self.desk.close()
      self.desk = createDesk({ folder: store })
    },
    async close() {
      await self.desk.close()
      rmSync(folder, { recursive: true })
    },
  }
  return self
}

function factsOf(desk: Desk): unknown {
  const { db } = desk.services
  const external = new Map(
    db
      .all<{ kind: string; external: string; entity: string }>('SELECT * FROM external_id')
      .map(({ kind, external: id, entity }) => [entity, `${kind}:${id}`]),
  )
  const outward = (row: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? (external.get(value) ?? value) : value]))
  const table = (name: string): string[] =>
    db
      .all<Record<string, unknown>>(`SELECT * FROM ${name}`)
      .map((row) => JSON.stringify(outward(row)))
      .sort()
  return Object.fromEntries(['plan', 'team', 'account', 'contact', 'usage', 'search_token'].map((name) => [name, table(name)]))
}

export const PLANS = [
  'plan_id,name,rank,paid,limits',
  'f,Free plan,0,no,contacts=2000|campaigns=5',
  's,Start,1,yes,contacts=5000',
  'u,All,3,1,contacts',
]
export const TEAMS = ['team_id,name', 't1,Team One', 't2,Team Two']
export const ACCOUNT_HEADER = 'account_id,company,country,email,language,time_zone,plan_id,team_id,created_at,phone,domain'

export function accountLine(id: string, change: Partial<Record<'company' | 'email' | 'plan' | 'team' | 'phone' | 'zone', string>> = {}): string {
  const { company = `Company ${id}`, email = `info@${id.toLowerCase()}.example`, plan = 'f', team = '', phone = '', zone = 'Europe/Berlin' } = change
  return `${id},${company},DE,${email},de,${zone},${plan},${team},2025-03-01T10:00:00Z,${phone},${id.toLowerCase()}.example`
}
