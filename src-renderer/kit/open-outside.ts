import i18next from 'i18next'
import { bridge } from '@/app/bridge/bridge'
import { tell } from '@/kit/tell'

/**
 * REV-04: a page in the system's browser: confirmed by the person, then journaled, then opened. `url` is the address as the desk opens it;
 * `journal` answers it, or null when the desk refused. True once it is open.
 */
export async function openOutside(url: string, journal: () => Promise<{ url: string } | null>): Promise<boolean> {
  const words = { question: i18next.t('kit:outside.question'), open: i18next.t('kit:outside.open'), cancel: i18next.t('common:cancel') }
  if (!(await bridge().host('host.confirm_external', { url, ...words }))) return false
  const journaled = await journal()
  if (journaled === null) return false
  const opened = await bridge().host('host.open_external', { url: journaled.url })
  if (!opened) tell({ tone: 'bad', text: i18next.t('kit:outside.failed') })
  return opened
}
