import { session, type Session } from 'electron'
import { ORIGIN } from './content-policy'

/** Not persistent (no `persist:`): what the window shows is never written by Chromium. Nothing is permitted, nothing is fetched from elsewhere. */
export function windowSession(developmentOrigin: string | null): Session {
  const own = session.fromPartition('reeve')
  own.setPermissionRequestHandler((_, __, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url, developmentOrigin) }))
  return own
}

function isOwn(url: string, developmentOrigin: string | null): boolean {
  if (url.startsWith(`${ORIGIN}/`) || url.startsWith('data:') || url.startsWith('devtools:')) return true
  return developmentOrigin !== null && (url.startsWith(developmentOrigin) || url.startsWith(developmentOrigin.replace('http', 'ws')))
}
