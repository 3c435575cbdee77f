import type { ReactNode } from 'react'

/** One column of a table. `text` is what is copied and exported; `cell` is what is seen. */
export interface Column<Row> {
  id: string
  /** Translated, short. */
  header: string
  cell: (row: Row) => ReactNode
  text: (row: Row) => string | number | null
  /** px at first; also the least width when `grow` is set. */
  width: number
  /** Share of the room left over. */
  grow?: number
  align?: 'left' | 'right'
  /** The sort's name in the contract; without it the head doesn't sort. */
  sort?: string
  /** Can't be hidden. */
  fixed?: boolean
  hiddenAtFirst?: boolean
}

export interface Sort {
  by: string
  descending: boolean
}
