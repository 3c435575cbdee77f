import { act, useEffect, useMemo, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Rows } from '@/app/bridge/queries'
import { render } from '@/testing/rendering'
import { DataTable, useSelection, type Column, type DataTableProps, type Selection, type Sort } from './index'

interface Row {
  id: string
  name: string
  size: number
}
const make = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, name: `Row ${from + index}`, size: from + index }))
const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 200, grow: 1, sort: 'name', cell: ({ name }) => name, text: ({ name }) => name },
  { id: 'size', header: 'Size', width: 80, align: 'right', sort: 'size', cell: ({ size }) => size, text: ({ size }) => size },
]
const whole = (rows: Row[], more: Partial<Rows<Row>> = {}): Rows<Row> => ({
  rows,
  loading: false,
  loadingMore: false,
  hasMore: false,
  loadMore: () => Promise.resolve({ rows, hasMore: false }),
  failure: null,
  reload: () => undefined,
  ...more,
})
const idOf = (row: Row): string => row.id

const seen: { selection: Selection<Row> | null; sort: Sort | null } = { selection: null, sort: null }
function Table({ rows, selects = true, ...rest }: { rows: Rows<Row>; selects?: boolean } & Partial<DataTableProps<Row>>) {
  const own = useSelection<Row>()
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false })
  useEffect(() => void Object.assign(seen, { selection: own, sort }), [own, sort])
  const stable = useMemo(() => rows, [rows])
  return (
    <DataTable<Row>
      id="test"
      label="Rows"
      columns={columns}
      rowId={idOf}
      sort={sort}
      onSort={setSort}
      empty={<p>nothing here</p>}
      errorTitle="not read"
      rows={stable}
      {...(selects ? { selection: own } : {})}
      {...rest}
    />
  )
}

const focused = (screen: Awaited<ReturnType<typeof render>>): string | null => screen.all('[data-focused]')[0]?.dataset['row'] ?? null
const chosen = (): string[] => [...(seen.selection?.rows.keys() ?? [])]

describe('the table by keyboard (DSK-03)', () => {
  it('moves with J, K, arrows, Home and End, and says which row it is on', async () => {
    const screen = await render(<Table rows={whole(make(30))} />, {})
    await screen.press('j')
    expect(focused(screen)).toBe('r0')
    await screen.press('ArrowDown')
    await screen.press('j')
    await screen.press('k')
    expect(focused(screen)).toBe('r1')
    await screen.press('End')
    expect(focused(screen)).toBe('r29')
    const grid = screen.find('[role="grid"]')
    expect(document.getElementById(grid.getAttribute('aria-activedescendant')!)?.dataset['row']).toBe('r29')
    await screen.press('Home')
    expect(focused(screen)).toBe('r0')
    expect(document.activeElement).toBe(grid)
  })

  it('opens with Enter', async () => {
    const onOpen = vi.fn()
    const screen = await render(<Table rows={whole(make(3))} onOpen={onOpen} />, {})
    await screen.press('j')
    await screen.press('Enter')
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: 'r0' }))
  })

  it('shows and hides details with Enter and the arrows', async () => {
    const screen = await render(<Table rows={whole(make(3))} detail={({ name }) => <p>about {name}</p>} />, {})
    await screen.press('j')
    await screen.press('Enter')
    expect(screen.text()).toContain('about Row 0')
    await screen.press('ArrowLeft')
    expect(screen.text()).not.toContain('about Row 0')
    await screen.press('ArrowRight')
    expect(screen.text()).toContain('about Row 0')
  })

  it('keeps its place when the focused row goes', async () => {
    const rows = make(4)
    const screen = await render(<Shrinking rows={rows} />, {})
    await screen.press('j')
    await screen.press('j')
    expect(focused(screen)).toBe('r1')
    await screen.click(screen.button('drop r1'))
    expect(focused(screen)).toBe('r2')
  })
})

function Shrinking({ rows }: { rows: Row[] }) {
  const [kept, setKept] = useState(rows)
  const list = useMemo(() => whole(kept), [kept])
  return (
    <>
      <button type="button" onClick={() => setKept(kept.filter(({ id }) => id !== 'r1'))}>
        drop r1
      </button>
      <Table rows={list} />
    </>
  )
}

describe('selection', () => {
  it('selects with Space, extends with Shift, and clears with Esc', async () => {
    const screen = await render(<Table rows={whole(make(10))} bulk={<button type="button">Pause</button>} />, {})
    await screen.press('j')
    await screen.press(' ')
    expect(chosen()).toEqual(['r0'])
    await screen.press('ArrowDown', { shiftKey: true })
    await screen.press('J', { shiftKey: true })
    expect(chosen()).toEqual(['r0', 'r1', 'r2'])
    expect(screen.text()).toContain('3 selected')
    expect(screen.button('Pause')).toBeDefined()
    await screen.press('Escape')
    expect(chosen()).toEqual([])
  })

  it('takes a range with a shift click on a checkbox', async () => {
    const screen = await render(<Table rows={whole(make(10))} />, {})
    await screen.click(screen.find('[data-row="r2"] [role="gridcell"]'))
    act(() => void screen.find('[data-row="r5"] [role="gridcell"]').dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })))
    expect(chosen()).toEqual(['r2', 'r3', 'r4', 'r5'])
    expect(screen.find('[data-row="r4"]').getAttribute('aria-selected')).toBe('true')
  })

  it('reads all pages for Ctrl A', async () => {
    const all = make(250)
    const rows = whole(all.slice(0, 100), { hasMore: true, loadMore: () => Promise.resolve({ rows: all, hasMore: false }) })
    const screen = await render(<Table rows={rows} />, {})
    await screen.press('a', { ctrlKey: true })
    expect(chosen()).toHaveLength(250)
  })
})

describe('sorting, paging and states', () => {
  it('asks for another order by the head, and says it', async () => {
    const screen = await render(<Table rows={whole(make(3))} />, {})
    expect(screen.find('[aria-sort="ascending"]').textContent).toContain('Name')
    await screen.click(screen.button('Size'))
    expect(seen.sort).toEqual({ by: 'size', descending: true })
    await screen.click(screen.button('Size'))
    expect(seen.sort).toEqual({ by: 'size', descending: false })
  })

  it('draws only what is in view, and asks for more near the end', async () => {
    const loadMore = vi.fn(() => Promise.resolve({ rows: make(300), hasMore: true }))
    const screen = await render(<Table rows={whole(make(300), { hasMore: true, loadMore })} />, {})
    expect(screen.all('[data-row]').length).toBeLessThan(60)
    expect(loadMore).not.toHaveBeenCalled()
    const short = vi.fn(() => Promise.resolve({ rows: make(5), hasMore: true }))
    await render(<Table rows={whole(make(5), { hasMore: true, loadMore: short })} />, {})
    expect(short).toHaveBeenCalled()
  })

  it('says what comes next when there is nothing', async () => {
    const screen = await render(<Table rows={whole([])} />, {})
    expect(screen.text()).toContain('nothing here')
  })
})

describe('a row held from outside', () => {
  function Held({ rows, start }: { rows: Row[]; start: string | null }) {
    const [current, setCurrent] = useState<string | null>(start)
    return <Table rows={whole(rows)} selects={false} current={current} onCurrent={setCurrent} />
  }

  it('never slides: what vanishes leaves no focus behind, and J and K go on from where it stood', async () => {
    const screen = await render(<Held rows={make(5)} start="r2" />, {})
    expect(focused(screen)).toBe('r2')
    expect(screen.all('[data-row="r2"][aria-selected="true"]')).toHaveLength(1)
    await screen.rerender(<Held rows={make(5).filter(({ id }) => id !== 'r2')} start="r2" />)
    expect(focused(screen)).toBeNull()
    await screen.press('j')
    expect(focused(screen)).toBe('r3')
  })

  it('goes back by K to the row before the one that vanished', async () => {
    const screen = await render(<Held rows={make(5)} start="r2" />, {})
    await screen.rerender(<Held rows={make(5).filter(({ id }) => id !== 'r2')} start="r2" />)
    await screen.press('k')
    expect(focused(screen)).toBe('r1')
  })

  it('lays rows out as told, and still copies by columns', async () => {
    const screen = await render(
      <Table
        rows={whole(make(2))}
        selects={false}
        rowHeight={46}
        layout={{ head: <span>Everything</span>, row: ({ name, size }) => <b>{`${name} of ${size}`}</b> }}
      />,
      {},
    )
    expect(screen.text()).toContain('Everything')
    expect(screen.text()).toContain('Row 1 of 1')
    expect(screen.all('[role="gridcell"]')).toHaveLength(2)
  })
})
