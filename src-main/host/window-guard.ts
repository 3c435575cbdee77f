import type { WebContents, WebFrameMain } from 'electron'
import { ORIGIN } from './content-policy'

/** For every page there is or ever will be: it stays where it is, opens nothing, embeds nothing. */
export function guardPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  page.on('will-navigate', (event) => event.preventDefault())
  page.on('will-redirect', (event) => event.preventDefault())
  page.on('will-attach-webview', (event) => event.preventDefault())
}

/** True when a message comes from our own page itself, not from a frame in it or a page that took its place. */
export function isOwnPage(frame: WebFrameMain | null, developmentOrigin: string | null): boolean {
  if (frame === null || frame.parent !== null) return false
  return frame.url.startsWith(`${ORIGIN}/`) || (developmentOrigin !== null && frame.url.startsWith(developmentOrigin))
}
