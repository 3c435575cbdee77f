import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { HEADERS, SCHEME } from './content-policy'
import { pageFile } from './page-files'

/** Before the app is ready: later Electron refuses it. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async ({ method, url }) => {
    const file = method === 'GET' ? pageFile(url, folder) : null
    if (file === null) return new Response(null, { status: 404, headers: HEADERS })
    try {
      return new Response(await readFile(file.path), { headers: { ...HEADERS, 'content-type': file.type } })
    } catch {
      return new Response(null, { status: 404, headers: HEADERS })
    }
  })
}
