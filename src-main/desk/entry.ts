import { LANGUAGES, type Language } from '@contract/define'
import type { FromDeskProcess, ToDeskProcess } from '@contract/desk-port'
import type { Secrets } from '@kernel/services'
import { openHouse, type House } from './house'
import { serveWindow, type Port } from './windows'

/** What Electron puts on a utility process; the desk knows no more of Electron than this. */
interface ParentPort {
  postMessage(message: FromDeskProcess): void
  on(event: 'message', listener: (event: { data: ToDeskProcess; ports: Port[] }) => void): void
}

// Ctrl+C in a terminal reaches this process too: the host hears it and ends the desk by handshake.
process.on('SIGINT', () => undefined)

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const kept = new Map<string, string>()
let house: House | null = null

/** Names only: a message may hold personal data, and standard error ends up in logs. */
function reportFault(thrown: unknown): void {
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const code = (thrown as { code?: unknown } | null)?.code
  process.stderr.write(`desk fault: ${name}${typeof code === 'string' ? ` ${code}` : ''}\n`)
}

function hostSecrets(secretsKept: boolean): Secrets {
  return {
    get: (name) => kept.get(name) ?? null,
    set(name, value) {
      if (value === null) kept.delete(name)
      else kept.set(name, value)
      parent.postMessage({ type: 'store-secret', name, value })
    },
    kept: secretsKept,
  }
}

const languageOf = (locale: string): Language => {
  const language = locale.slice(0, 2).toLowerCase()
  return LANGUAGES.find((known) => known === language) ?? (language === 'no' || language === 'nn' ? 'nb' : 'en')
}

parent.on('message', ({ data, ports }) => {
  switch (data.type) {
    case 'start': {
      const { folder, demoFolder, version, locale, secretsKept } = data
      house = openHouse({ folder, demoFolder, version, language: languageOf(locale), secrets: hostSecrets(secretsKept), onFault: reportFault })
      parent.postMessage({ type: 'ready' })
      return
    }
    case 'window': {
      const port = ports[0]
      if (house !== null && port !== undefined) serveWindow(house, `window-${data.id}`, port)
      return
    }
    case 'secret':
      if (data.value === null) kept.delete(data.name)
      else kept.set(data.name, data.value)
      return
    case 'power':
      if (data.what === 'resume') house?.wake()
      if (data.what === 'lock') house?.lockAll()
      return
    case 'quit':
      void (house?.close() ?? Promise.resolve()).catch(reportFault).finally(() => {
        parent.postMessage({ type: 'quitted' })
        setImmediate(() => process.exit(0))
      })
  }
})
