import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

export interface LaunchOptions {
  /** The workspace folder; a fresh one when left out. */
  readonly folder?: string
  /** Opens the demo workspace, as `--demo` does. */
  readonly demo?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Further command line parameters for the app. */
  readonly parameters?: readonly string[]
  /** Of the window's content; 1440 × 900 when left out. */
  readonly size?: { readonly width: number; readonly height: number }
}

export interface Reeve {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Kills the desk process as a crash would. Answers the pid it had. */
  killDesk(): Promise<number>
  /** The desk's pid, or null while it is gone. */
  deskPid(): Promise<number | null>
  close(): Promise<void>
}

const project = resolve(__dirname, '../..')

/** A new folder for a workspace, in the system's temporary folder. */
export function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'reeve-e2e-')), 'workspace')
}

/** Starts the real app as `npm start` does. Close it, or use the fixture, which does. */
export async function launchReeve({ folder = newFolder(), demo = false, env = {}, parameters = [], size }: LaunchOptions = {}): Promise<Reeve> {
  const app = await _electron.launch({
    cwd: project,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.', '--workspace', folder, ...(demo ? ['--demo'] : []), ...parameters],
    env: { ...inherited(), LANGUAGE: 'en', LC_ALL: 'C.UTF-8', TZ: 'Europe/Berlin', ...env },
  })
  const page = await app.firstWindow()
  if (size !== undefined) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  }
  const deskPid = (): Promise<number | null> =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ type, name, serviceName }) => type === 'Utility' && (name === 'Reeve desk' || serviceName === 'Reeve desk'))
          ?.pid ?? null,
    )
  return {
    app,
    page,
    folder,
    deskPid,
    killDesk: async () => {
      const pid = await deskPid()
      if (pid === null) throw new Error('there is no desk to kill')
      process.kill(pid, 'SIGKILL')
      return pid
    },
    close: () => app.close(),
  }
}

function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(
    kept.filter(([name]) => !['ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL', 'REEVE_WORKSPACE', 'NODE_OPTIONS'].includes(name)),
  )
}

interface Fixtures {
  /** Starts the app with a workspace of its own; it is closed and its folder removed after the test. */
  launch: (options?: LaunchOptions) => Promise<Reeve>
}

export const test = base.extend<Fixtures>({
  launch: async ({}, hand, information) => {
    const started: Reeve[] = []
    await hand(async (options) => {
      const reeve = await launchReeve(options)
      started.push(reeve)
      return reeve
    })
    if (information.status !== information.expectedStatus) {
      for (const { page } of started) {
        await page.screenshot({ path: information.outputPath('window.png') }).catch(() => undefined)
      }
    }
    for (const { app } of started) await app.close().catch(() => undefined)
    for (const { folder } of started) rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
