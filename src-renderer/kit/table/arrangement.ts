import { create } from 'zustand'
import { recall, remember } from '@/app/remembered'
import type { Column } from './columns'

/** How a person arranged one table: kept on this workstation (DSK-03). */
export interface Arrangement {
  /** px, by column id; absent: as designed. */
  widths: Record<string, number>
  /** false: hidden; absent: as designed. */
  shown: Record<string, boolean>
}

const EMPTY: Arrangement = { widths: {}, shown: {} }
const LEAST = 44

function isArrangement(value: unknown): value is Arrangement {
  if (typeof value !== 'object' || value === null) return false
  const { widths, shown } = value as Partial<Arrangement>
  return typeof widths === 'object' && widths !== null && typeof shown === 'object' && shown !== null
}

const useTables = create<{ tables: Record<string, Arrangement> }>(() => ({ tables: {} }))

function stored(id: string): Arrangement {
  return useTables.getState().tables[id] ?? recall(`table.${id}`, EMPTY, isArrangement)
}

function store(id: string, arrangement: Arrangement): void {
  useTables.setState(({ tables }) => ({ tables: { ...tables, [id]: arrangement } }))
  remember(`table.${id}`, arrangement)
}

export function useArrangement(id: string): Arrangement {
  return useTables(({ tables }) => tables[id]) ?? recallOnce(id)
}

const recalled = new Map<string, Arrangement>()
function recallOnce(id: string): Arrangement {
  const known = recalled.get(id)
  if (known !== undefined) return known
  const arrangement = stored(id)
  recalled.set(id, arrangement)
  return arrangement
}

export function setWidth(id: string, column: string, width: number | null): void {
  const now = stored(id)
  const widths = { ...now.widths }
  if (width === null) delete widths[column]
  else widths[column] = Math.max(LEAST, Math.round(width))
  store(id, { ...now, widths })
}

export function setShown(id: string, column: string, shown: boolean): void {
  const now = stored(id)
  store(id, { ...now, shown: { ...now.shown, [column]: shown } })
}

export function resetArrangement(id: string): void {
  store(id, EMPTY)
}

export function isShown<Row>(column: Column<Row>, arrangement: Arrangement): boolean {
  return column.fixed === true || (arrangement.shown[column.id] ?? column.hiddenAtFirst !== true)
}

/** The CSS grid's columns: fixed widths, growing ones, and a filler when nothing grows. */
export function gridTemplate<Row>(columns: readonly Column<Row>[], widths: Readonly<Record<string, number>>, withSelect: boolean): string {
  const tracks = columns.map(({ id, width, grow }) => {
    const own = widths[id]
    if (own !== undefined) return `${own}px`
    return grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`
  })
  const grows = columns.some(({ id, grow }) => grow !== undefined && widths[id] === undefined)
  return [...(withSelect ? ['40px'] : []), ...tracks, ...(grows ? [] : ['minmax(0, 1fr)'])].join(' ')
}
