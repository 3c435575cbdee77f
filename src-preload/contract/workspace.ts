import * as z from 'zod'
import { SHORT_NAME } from './constants'
import { command, LANGUAGES, noInput, query, type Language } from './define'

export interface WorkspaceStatus {
  /** `none`: first run. `ready`: opened. `unusable`: can't be opened, `problem` says why. */
  state: 'none' | 'ready' | 'unusable'
  folder: string
  demo: boolean
  demoExists: boolean
  /** Asked for and on its way: made on first use, which takes some seconds. */
  demoOpening: boolean
  simulation: boolean
  problem: { code: string; params: Record<string, string | number> } | null
  /** The desk's own time zone, IANA. */
  zone: string
  /** The workspace clock now, ms UTC (a simulation keeps its own). */
  now: number
  version: string
  language: Language
  operators: { id: string; name: string; shortName: string }[]
}

export const passphrase = z.string().min(14).max(256)
export const shortName = z.string().trim().regex(SHORT_NAME)

export const workspaceContract = {
  'workspace.status': query<WorkspaceStatus>()('public', noInput),
  /** DSK-07: makes the workspace and its first admin; the recovery code is shown once. */
  'workspace.create': command<{ recoveryCode: string; operatorId: string }>()(
    'public',
    z.object({ name: z.string().trim().min(1).max(100), shortName, passphrase, language: z.enum(LANGUAGES) }).strict(),
  ),
  /** DSK-08: makes the demo on first use, opens it and signs in as its admin. */
  'workspace.open_demo': command<{ operatorId: string }>()('public', z.object({ language: z.enum(LANGUAGES) }).strict()),
  'workspace.leave_demo': command<null>()('public', noInput),
  'workspace.delete_demo': command<null>()('public', noInput),
} as const
