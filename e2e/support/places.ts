import type { Page } from '@playwright/test'
import { expect } from './launch'

export interface Place {
  readonly name: string
  /** Opens it from any other place, in any language. */
  open(): Promise<void>
}

declare global {
  interface Window {
    /** Changes of the page so far, counted for `settled`. */
    changesSeen?: number
  }
}

/** Nothing is being read or drawn: no placeholder stands, and the window's content is still between two looks. */
export async function settled(page: Page): Promise<void> {
  let before = -1
  const isStill = async (): Promise<boolean> => {
    const { changes, busy } = await page.evaluate(async () => {
      await document.fonts.ready
      if (window.changesSeen === undefined) {
        window.changesSeen = 0
        const count = (list: MutationRecord[]): void => void (window.changesSeen = (window.changesSeen ?? 0) + list.length)
        new MutationObserver(count).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      }
      return {
        changes: window.changesSeen,
        busy: document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]') !== null,
      }
    })
    const still = !busy && changes === before
    before = changes
    return still
  }
  await expect.poll(isStill, { intervals: [120] }).toBe(true)
}

/** As the app's own links do: the path stands in the hash, what narrows the screen in the query. */
export async function visit(page: Page, path: string, query = ''): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, `?${query}#${path}`)
  await settled(page)
}

/** What was typed into them is thrown away. An open choice in a dialog takes the first Escape. */
export async function closeOverlays(page: Page): Promise<void> {
  const overlays = page.locator('[role="dialog"]:visible, [role="menu"]:visible, [role="listbox"]:visible')
  while ((await overlays.count()) > 0) {
    const before = await overlays.count()
    await page.keyboard.press('Escape')
    await expect.poll(() => overlays.count()).not.toBe(before)
    if ((await overlays.count()) > before) await page.getByRole('dialog').last().getByRole('button').last().click()
  }
}

export async function dialog(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').last()).toBeVisible()
  await settled(page)
}
