const FOCUSABLE = '[role="grid"], a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null || pane.getClientRects().length > 0)
}

function enter(pane: HTMLElement): void {
  const first = pane.querySelector<HTMLElement>('[role="grid"]') ?? pane.querySelector<HTMLElement>(FOCUSABLE)
  if (first !== null) return first.focus()
  pane.tabIndex = -1
  pane.focus()
}

/** F6: the next part of the window; with `direction` -1 the one before. Nested panes count as parts of their own. */
export function nextPane(direction: 1 | -1 = 1): void {
  const all = panes().filter((pane) => pane.querySelector('[data-pane]') === null)
  const here = all.findIndex((pane) => pane.contains(document.activeElement))
  const next = all[(here + direction + all.length) % all.length]
  if (next !== undefined) enter(next)
}
