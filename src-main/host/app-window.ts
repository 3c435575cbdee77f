import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import { ORIGIN } from './content-policy'
import { readSmallFile, writeSmallFile } from './small-file'
import { FIRST_SIZE, LEAST_SIZE, restoredState } from './window-state'

export interface WindowOptions {
  readonly session: Session
  /** Where size and place are kept. */
  readonly stateFile: string
  readonly developmentOrigin: string | null
  readonly icon: string
}

const SAVE_AFTER_MS = 400

/** Opens the app's window where it was last time, and keeps where it is. */
export function openWindow({ session, stateFile, developmentOrigin, icon }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = restoredState(
    readSmallFile(stateFile),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...(bounds ?? FIRST_SIZE),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'Reeve',
    icon,
    autoHideMenuBar: true,
    // The frame's colour of the design, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14161A' : '#F4F5F7',
    webPreferences: {
      session,
      preload: join(__dirname, '../preload/preload.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, stateFile)
  void window.loadURL(developmentOrigin ?? `${ORIGIN}/`)
  return window
}

function keepState(window: BrowserWindow, file: string): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const save = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!window.isDestroyed()) writeSmallFile(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = (): void => {
    timer ??= setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', save)
}
