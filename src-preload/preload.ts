import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { HOST_CHANNELS, type WindowStart } from './contract/host-channels'
import type { DeskEvent, ReeveBridge } from './contract/preload-api'
import { deskLine } from './desk-line'

// The port to the desk stays in here: the page gets functions, never the port.
const start = ipcRenderer.sendSync(HOST_CHANNELS.start) as WindowStart
const listeners = new Set<(event: DeskEvent) => void>()
const emit = (event: DeskEvent): void => {
  for (const listener of listeners) listener(event)
}
const line = deskLine(emit)

let demo = start.demo
function openDemo(): void {
  if (demo !== null) void line.call('workspace.open_demo', { language: demo })
}
// Before the page can ask anything, so that its first question is already about the demo.
openDemo()

let connected = false
ipcRenderer.on(HOST_CHANNELS.port, ({ ports }) => {
  const port = ports[0]
  if (port === undefined) return
  line.connect(port)
  if (connected) openDemo()
  connected = true
})
ipcRenderer.on(HOST_CHANNELS.event, (_, event: DeskEvent) => {
  if (event.type === 'desk') line.lose(event.state === 'failed')
  else emit(event)
})
ipcRenderer.send(HOST_CHANNELS.connect)

/** Often enough for an idle time in minutes, seldom enough to cost nothing. */
const TOUCH_EVERY_MS = 10_000
let touchedAt = 0
function touched(): void {
  const now = Date.now()
  if (Math.abs(now - touchedAt) < TOUCH_EVERY_MS) return
  touchedAt = now
  line.touch()
}
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) addEventListener(kind, touched, { capture: true, passive: true })

/** Electron before 29 has no webUtils; there the file itself tells its path. */
function pathOf(file: File): string {
  const paths = webUtils as typeof webUtils | undefined
  return paths?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? ''
}

const reeve: ReeveBridge = {
  call: (op, input, options) => {
    if (op === 'workspace.leave_demo') demo = null
    return line.call(op, input, options)
  },
  host: (op, input) => ipcRenderer.invoke(HOST_CHANNELS.operation, op, input) as Promise<never>,
  pathOf,
  subscribe: (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  preferences: start.preferences,
  platform: process.platform as ReeveBridge['platform'],
}
contextBridge.exposeInMainWorld('reeve', reeve)
