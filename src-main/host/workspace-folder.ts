import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

export interface WorkspaceFolder {
  /** Absolute, links resolved: two names of one folder are one workspace. */
  readonly folder: string
  /** The app's own comforts in it: window place, preferences, sealed secrets, Chromium's lock. */
  readonly appFolder: string
}

/** Makes the folder and the app's own in it, for their owner only. @throws when it can't be made */
export function prepareFolder(path: string): WorkspaceFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const folder = realpathSync(path)
  const appFolder = join(folder, 'app')
  mkdirSync(appFolder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return { folder, appFolder }
}
