import { describe, expect, it } from 'vitest'
import { dispatch, type KeyContext } from './dispatch'
import { accelerator, keyCaps } from './keys'
import type { Shortcut } from './registry'

const CALM: KeyContext = { typing: false, onControl: false, dialogOpen: false, textMarked: false, singleKeysOff: false, isMac: false }
const shortcut = (id: string, ...keys: string[]): Shortcut => ({ id, keys, label: id, group: 'list', run: () => undefined })
const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
const chosen = (key: ReturnType<typeof press>, shortcuts: Shortcut[], context: Partial<KeyContext> = {}, pending: string[] = []): string | null =>
  dispatch(key, shortcuts, pending, { ...CALM, ...context }).shortcut?.id ?? null

describe('keys', () => {
  it('match characters, so that ? and / work on every layout', () => {
    expect(chosen(press('?', { shiftKey: true }), [shortcut('help', '?')])).toBe('help')
    expect(chosen(press('/', { shiftKey: true }), [shortcut('filter', '/')])).toBe('filter')
  })

  it('tell Shift apart for letters', () => {
    expect(chosen(press('J', { shiftKey: true }), [shortcut('down', 'j'), shortcut('extend', 'shift+j')])).toBe('extend')
  })

  it('follow a first key by a second, and forget it after another', () => {
    const go = shortcut('go', 'g t')
    const first = dispatch(press('g'), [go], [], CALM)
    expect(first.pending).toEqual(['g t'])
    expect(chosen(press('t'), [go], {}, [...first.pending])).toBe('go')
    expect(chosen(press('x'), [go, shortcut('export', 'x')], {}, [...first.pending])).toBe('export')
  })

  it('rest while someone types, but not with Ctrl', () => {
    expect(chosen(press('j'), [shortcut('down', 'j')], { typing: true })).toBeNull()
    expect(chosen(press('ArrowDown'), [shortcut('down', 'ArrowDown')], { typing: true })).toBeNull()
    expect(chosen(press('k', { ctrlKey: true }), [shortcut('palette', 'mod+k')], { typing: true })).toBe('palette')
  })

  it.each(['a', 'c', 'z'])('leave Ctrl %s to the field that is typed in', (key) => {
    expect(chosen(press(key, { ctrlKey: true }), [shortcut('list', `mod+${key}`)], { typing: true })).toBeNull()
    expect(chosen(press(key, { ctrlKey: true }), [shortcut('list', `mod+${key}`)])).toBe('list')
  })

  it('let Ctrl C copy marked text', () => {
    expect(chosen(press('c', { ctrlKey: true }), [shortcut('copy', 'mod+c')], { textMarked: true })).toBeNull()
  })

  it('leave Enter, Space and arrows to a focused control', () => {
    for (const [key, text] of [
      ['Enter', 'enter'],
      [' ', 'space'],
      ['ArrowDown', 'ArrowDown'],
    ] as const) {
      expect(chosen(press(key), [shortcut('list', text)], { onControl: true })).toBeNull()
    }
    expect(chosen(press('Enter', { ctrlKey: true }), [shortcut('confirm', 'mod+Enter')], { onControl: true })).toBe('confirm')
  })

  it('rest under a dialog, except its own and those that always work', () => {
    const list = [shortcut('down', 'j'), { ...shortcut('lock', 'mod+l'), always: true }, { ...shortcut('confirm', 'mod+Enter'), inDialog: true }]
    expect(chosen(press('j'), list, { dialogOpen: true })).toBeNull()
    expect(chosen(press('l', { ctrlKey: true }), list, { dialogOpen: true })).toBe('lock')
    expect(chosen(press('Enter', { ctrlKey: true }), list, { dialogOpen: true })).toBe('confirm')
  })

  it('can be switched off where single', () => {
    expect(chosen(press('j'), [shortcut('down', 'j')], { singleKeysOff: true })).toBeNull()
    expect(chosen(press('ArrowDown'), [shortcut('down', 'ArrowDown')], { singleKeysOff: true })).toBe('down')
  })

  it('take AltGr for the character it makes', () => {
    expect(chosen(press('@', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }), [shortcut('at', '@')])).toBe('at')
  })

  it('are drawn and given to the native menu as the platform names them', () => {
    expect(keyCaps('mod+shift+k', false)).toEqual(['Ctrl', 'Shift', 'K'])
    expect(keyCaps('g ,', true)).toEqual(['G', ','])
    expect(accelerator('mod+plus')).toBe('CommandOrControl+Plus')
    expect(accelerator('j')).toBeNull()
    expect(accelerator('g t')).toBeNull()
  })
})
