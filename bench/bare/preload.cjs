const { contextBridge, ipcRenderer } = require('electron')

const waiting = new Map()
let last = 0
const connected = new Promise((resolve) => {
  ipcRenderer.on('port', ({ ports: [port] }) => {
    port.onmessage = ({ data }) => {
      waiting.get(data.id)(data)
      waiting.delete(data.id)
    }
    resolve(port)
  })
})

contextBridge.exposeInMainWorld('bare', {
  echo: async (input) => {
    const port = await connected
    return new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      port.postMessage({ id: last, input })
    })
  },
})
