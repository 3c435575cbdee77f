// An empty window of the same Electron, and a bare MessagePort to a utility process: what Reeve is measured against.
const { app, BrowserWindow, MessageChannelMain, utilityProcess } = require('electron')
const { join } = require('node:path')

void app.whenReady().then(() => {
  const echo = utilityProcess.fork(join(__dirname, 'echo.cjs'))
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true, preload: join(__dirname, 'preload.cjs') },
  })
  window.webContents.on('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain()
    echo.postMessage(null, [port1])
    window.webContents.postMessage('port', null, [port2])
  })
  void window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
