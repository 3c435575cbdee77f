import { app } from 'electron'
import { startHost } from './host'
import { declareScheme } from './page-protocol'
import { startOptions } from './start-options'
import { prepareFolder } from './workspace-folder'

// Chromium writes into the app's folder too; nothing of it is for others.
process.umask(0o077)

const options = startOptions(process.argv, process.env, app.getPath('userData'))
const { folder, appFolder } = prepareFolder(options.folder)
// Electron's single-instance lock is by this path: one app per workspace, several workspaces side by side.
app.setPath('userData', appFolder)

if (app.requestSingleInstanceLock()) {
  declareScheme()
  startHost({ ...options, folder }, appFolder)
} else {
  console.log('Reeve has this workspace open already; its window is shown.')
  app.quit()
}
