import { join } from 'node:path'
import { app, ipcMain, MessageChannelMain, nativeTheme, powerMonitor, safeStorage, type BrowserWindow, type MessagePortMain } from 'electron'
import { LANGUAGES, type Language } from '@contract/constants'
import type { ToDeskProcess } from '@contract/desk-port'
import { HOST_CHANNELS, type WindowStart } from '@contract/host-channels'
import type { DeskEvent } from '@contract/preload-api'
import { openWindow } from './app-window'
import { superviseDesk, type DeskSupervisor } from './desk-supervisor'
import { forkDesk } from './fork-desk'
import { firstMenu } from './menu'
import { servePage } from './page-protocol'
import { openPreferences, type Preferences } from './preferences'
import { openSecrets, type Cipher, type Secrets } from './secrets'
import type { StartOptions } from './start-options'
import { guardPage, isOwnPage } from './window-guard'
import { windowSession } from './window-session'

/** The desk closes its database in this time, or is killed: quitting must not hang. */
const QUIT_LIMIT_MS = 5000

export function startHost(options: StartOptions, appFolder: string): void {
  const developmentOrigin = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  app.on('web-contents-created', (_, page) => guardPage(page))
  firstMenu()
  void app.whenReady().then(() => open(options, appFolder, developmentOrigin))
}

function open(options: StartOptions, appFolder: string, developmentOrigin: string | null): void {
  const preferences = openPreferences(join(appFolder, 'preferences.json'))
  const cipher = systemCipher()
  const secrets = openSecrets(join(appFolder, 'secrets.json'), cipher)
  nativeTheme.themeSource = keptTheme(preferences)

  let window: BrowserWindow | null = null
  const tell = (event: DeskEvent): void => {
    if (window?.isDestroyed() === false) window.webContents.send(HOST_CHANNELS.event, event)
  }
  /** A page that has asked for its port; a desk that comes back gives it a new one. */
  let waiting = false
  const connect = (): void => {
    waiting = true
    if (window !== null && !window.isDestroyed()) handPort(desk, window)
  }

  const desk = superviseDesk<MessagePortMain>({
    fork: forkDesk,
    opening: () => openingMessages(options, secrets, cipher.isUsable()),
    onReady: () => {
      if (waiting) connect()
    },
    onLost: (final) => tell({ type: 'desk', state: final ? 'failed' : 'lost' }),
    onMessage: (message) => {
      if (message.type === 'store-secret') secrets.set(message.name, message.value)
      if (message.type === 'notify') app.setBadgeCount(message.count)
    },
    now: () => performance.now(),
    after: (ms, run) => void setTimeout(run, ms),
  })

  const own = windowSession(developmentOrigin)
  servePage(own, join(__dirname, '../renderer'))
  answerPages({ options, preferences, developmentOrigin, connect, tell, windowNow: () => window })
  forwardPower(desk)
  window = openWindow({
    session: own,
    stateFile: join(appFolder, 'window.json'),
    developmentOrigin,
    icon: join(app.getAppPath(), 'resources/icon.png'),
  })
  const shown = window
  app.on('second-instance', () => {
    if (shown.isMinimized()) shown.restore()
    shown.show()
    shown.focus()
  })
  shown.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit' && !shown.isDestroyed()) shown.webContents.reload()
  })
  quitByHandshake(desk, preferences)
}

function handPort(desk: DeskSupervisor<MessagePortMain>, window: BrowserWindow): void {
  const { port1, port2 } = new MessageChannelMain()
  if (desk.post({ type: 'window', id: window.id }, [port1])) window.webContents.postMessage(HOST_CHANNELS.port, null, [port2])
}

function openingMessages({ folder, demoFolder }: StartOptions, secrets: Secrets, secretsKept: boolean): ToDeskProcess[] {
  return [
    { type: 'start', folder, demoFolder, version: app.getVersion(), locale: app.getLocale(), secretsKept },
    ...[...secrets.all()].map(([name, value]): ToDeskProcess => ({ type: 'secret', name, value })),
  ]
}

interface Pages {
  options: StartOptions
  preferences: Preferences
  developmentOrigin: string | null
  connect: () => void
  tell: (event: DeskEvent) => void
  windowNow: () => BrowserWindow | null
}

function answerPages({ options, preferences, developmentOrigin, connect, tell, windowNow }: Pages): void {
  ipcMain.on(HOST_CHANNELS.start, (event) => {
    const start: WindowStart = { preferences: preferences.all(), demo: options.demo ? systemLanguage() : null }
    event.returnValue = isOwnPage(event.senderFrame, developmentOrigin) ? start : null
  })
  ipcMain.on(HOST_CHANNELS.connect, ({ senderFrame }) => {
    if (isOwnPage(senderFrame, developmentOrigin)) connect()
  })
  ipcMain.handle(HOST_CHANNELS.operation, async ({ senderFrame }, op: unknown, input: unknown) => {
    const window = windowNow()
    if (window === null || !isOwnPage(senderFrame, developmentOrigin)) throw new Error('not our page')
    // With the validation library: later than the window, which waits for everything before it.
    const { runHostOperation } = await import('./host-operations')
    return runHostOperation({ window, folder: options.folder, preferences, tell }, op, input)
  })
}

function forwardPower(desk: DeskSupervisor<MessagePortMain>): void {
  powerMonitor.on('suspend', () => desk.post({ type: 'power', what: 'suspend' }))
  powerMonitor.on('resume', () => desk.post({ type: 'power', what: 'resume' }))
  powerMonitor.on('lock-screen', () => desk.post({ type: 'power', what: 'lock' }))
}

function quitByHandshake(desk: DeskSupervisor<MessagePortMain>, preferences: Preferences): void {
  let asked = false
  let finished = false
  app.on('window-all-closed', () => app.quit())
  // After the windows are closed, so that one that refuses to close keeps its desk.
  app.on('will-quit', (event) => {
    preferences.flush()
    if (finished) return
    event.preventDefault()
    if (asked) return
    asked = true
    void desk.quit(QUIT_LIMIT_MS).then(() => {
      finished = true
      app.quit()
    })
  })
}

function systemCipher(): Cipher {
  // `basic_text` is a fixed key built into Chromium: no better than plain text.
  const isUsable = (): boolean => safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || backend() !== 'basic_text')
  return { isUsable, encrypt: (text) => safeStorage.encryptString(text), decrypt: (bytes) => safeStorage.decryptString(bytes) }
}

/** Electron before 26 does not tell; it has no encryption then when there is no keyring. */
function backend(): string {
  const storage = safeStorage as Partial<Pick<typeof safeStorage, 'getSelectedStorageBackend'>>
  return storage.getSelectedStorageBackend?.() ?? 'unknown'
}

function keptTheme(preferences: Preferences): 'system' | 'light' | 'dark' {
  const kept = preferences.all()['theme']
  return kept === '"light"' ? 'light' : kept === '"dark"' ? 'dark' : 'system'
}

function systemLanguage(): Language {
  const tag = app
    .getLocale()
    .slice(0, 2)
    .replace(/^n[no]$/, 'nb')
  return LANGUAGES.find((language) => language === tag) ?? 'en'
}
