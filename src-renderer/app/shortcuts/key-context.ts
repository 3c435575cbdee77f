import { recall, remember } from '@/app/remembered'
import type { KeyContext } from './dispatch'

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TEXT.has(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element as HTMLElement).isContentEditable
}

export function singleKeysOff(): boolean {
  return recall('single-keys-off', false, isBoolean)
}

export function setSingleKeysOff(off: boolean): void {
  remember('single-keys-off', off)
}

export function keyContext(target: EventTarget | null, isMac: boolean): KeyContext {
  const element = target instanceof Element ? target : null
  const inChoice = element?.closest('[role="menu"], [role="listbox"], [role="option"]') != null
  return {
    typing: element !== null && (isTextField(element) || inChoice),
    onControl: element !== null && element.closest('button, a[href], summary, [role="menuitem"], [role="tab"], input, select, textarea') !== null,
    dialogOpen: document.querySelector('[aria-modal="true"]') !== null,
    textMarked: document.getSelection()?.isCollapsed === false,
    singleKeysOff: singleKeysOff(),
    isMac,
  }
}
