export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
export interface WindowState {
  /** Null: let the system place it. */
  readonly bounds: Rectangle | null
  readonly maximized: boolean
}

export const FIRST_SIZE = { width: 1440, height: 900 }
export const LEAST_SIZE = { width: 960, height: 600 }
/** So much of the title bar must be on a screen, or nobody could drag the window back. */
const VISIBLE = 120

/** What was kept, made fit for today's screens: one may have been unplugged, or the file edited. */
export function restoredState(kept: unknown, screens: readonly Rectangle[]): WindowState {
  const { bounds, maximized } = (typeof kept === 'object' && kept !== null ? kept : {}) as { bounds?: unknown; maximized?: unknown }
  const fitting = isRectangle(bounds) && screens.some((screen) => reaches(bounds, screen)) ? atLeast(bounds) : null
  return { bounds: fitting, maximized: maximized === true }
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Partial<Rectangle>
  return [x, y, width, height].every((number) => Number.isInteger(number))
}

function reaches(bounds: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
  return across >= VISIBLE && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - VISIBLE
}

function atLeast(bounds: Rectangle): Rectangle {
  return { ...bounds, width: Math.max(bounds.width, LEAST_SIZE.width), height: Math.max(bounds.height, LEAST_SIZE.height) }
}
