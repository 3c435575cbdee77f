import { describe, expect, it } from 'vitest'
import { restoredState } from './window-state'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('where the window opens', () => {
  it('is where it was', () => {
    const bounds = { x: 100, y: 50, width: 1200, height: 800 }
    expect(restoredState({ bounds, maximized: true }, [screen])).toEqual({ bounds, maximized: true })
  })

  it('is the system’s choice when that screen is gone', () => {
    expect(restoredState({ bounds: { x: 2500, y: 50, width: 1200, height: 800 }, maximized: false }, [screen]).bounds).toBeNull()
    expect(restoredState({ bounds: { x: 100, y: -300, width: 1200, height: 800 } }, [screen]).bounds).toBeNull()
  })

  it('is the system’s choice when the file is damaged', () => {
    for (const kept of [null, 7, {}, { bounds: { x: 'a' } }, { bounds: { x: 1.5, y: 0, width: 1, height: 1 } }]) {
      expect(restoredState(kept, [screen])).toEqual({ bounds: null, maximized: false })
    }
  })

  it('is never smaller than usable', () => {
    expect(restoredState({ bounds: { x: 10, y: 10, width: 300, height: 200 } }, [screen]).bounds).toMatchObject({ width: 960, height: 600 })
  })
})
