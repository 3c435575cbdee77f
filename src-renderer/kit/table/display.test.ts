import { describe, expect, it, vi } from 'vitest'
import type { Rows } from '@/app/bridge/queries'
import { gridTemplate } from './arrangement'
import type { Column } from './columns'
import { displayItems, movedFocus } from './display'
import { loadForSelection, rowsBetween } from './ranges'
import { safeCell, toTsv } from './tsv'

const list = (rows: string[], more = false, loading = false): Rows<string> => ({
  rows,
  loading,
  loadingMore: false,
  hasMore: more,
  loadMore: () => Promise.resolve({ rows, hasMore: false }),
  failure: null,
  reload: () => undefined,
})
const shown = (groups: { key: string; rows: Rows<string> }[], headed: boolean, folded: string[] = [], expanded: string[] = []) =>
  displayItems({
    groups: groups.map((group) => ({ ...group, label: group.key })),
    headed,
    folded: new Set(folded),
    expanded: new Set(expanded),
    rowId: (row) => row,
  }).map(({ key }) => key)

describe('lines of a table', () => {
  it('are the rows, their opened details, and a place that loads more', () => {
    expect(shown([{ key: 'all', rows: list(['a', 'b'], true) }], false, [], ['a'])).toEqual(['a', 'detail:a', 'b', 'more:all'])
  })

  it('stand under heads; an empty group has none, a folded one shows only its head', () => {
    expect(
      shown(
        [
          { key: 'x', rows: list(['a']) },
          { key: 'y', rows: list([]) },
          { key: 'z', rows: list(['b']) },
        ],
        true,
        ['z'],
      ),
    ).toEqual(['group:x', 'a', 'group:z'])
  })
})

describe('moving', () => {
  it('stays within the rows', () => {
    expect(movedFocus('j', 1, 2, 10)).toBe(1)
    expect(movedFocus('k', 0, 2, 10)).toBe(0)
    expect(movedFocus('PageDown', 0, 100, 20)).toBe(20)
    expect(movedFocus('End', 0, 100, 20)).toBe(99)
    expect(movedFocus('j', -1, 0, 20)).toBeNull()
    expect(movedFocus('x', 0, 2, 20)).toBeNull()
  })

  it('begins at the first row in either direction', () => {
    expect(movedFocus('j', -1, 5, 20)).toBe(0)
    expect(movedFocus('k', -1, 5, 20)).toBe(0)
  })
})

describe('ranges', () => {
  it('run either way', () => {
    expect(rowsBetween(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['b', 'c', 'd'])
    expect(rowsBetween(['a', 'b', 'c', 'd'], 1, 1)).toEqual(['b'])
  })

  function paged(pages: string[][]): Rows<string> {
    let at = 1
    return {
      ...list(pages[0]!, pages.length > 1),
      loadMore: vi.fn(() => {
        at += 1
        return Promise.resolve({ rows: pages.slice(0, at).flat(), hasMore: at < pages.length })
      }),
    }
  }

  it('load further pages until the end', async () => {
    expect(await loadForSelection([paged([['a'], ['b'], ['c']]), paged([['d']])], () => true)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('stop at the most that one command takes', async () => {
    const rows = paged([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(await loadForSelection([rows], () => true, 3)).toEqual(['a', 'b', 'c'])
    expect(rows.loadMore).toHaveBeenCalledTimes(1)
  })

  it('stop when the person does, and when a page brings nothing', async () => {
    expect(await loadForSelection([paged([['a'], ['b'], ['c']])], (loaded) => loaded < 2)).toEqual(['a', 'b'])
    expect(await loadForSelection([{ ...list(['a'], true), loadMore: () => Promise.resolve({ rows: ['a'], hasMore: true }) }], () => true)).toEqual([
      'a',
    ])
  })
})

describe('copied cells (DSK-03)', () => {
  it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '|cmd', '%x', ' =1', '＝1', '\t=1'])('never begin a formula: %s', (text) => {
    expect(safeCell(text).startsWith("'")).toBe(true)
  })

  it('stay one cell, and numbers stay numbers', () => {
    expect(safeCell('a\tb\r\nc')).toBe('a b c')
    expect(safeCell(-2)).toBe('-2')
    expect(safeCell(null)).toBe('')
  })

  it('come with the heads of the columns shown', () => {
    const columns: Column<string>[] = [{ id: 'x', header: 'Name', width: 10, cell: (row) => row, text: (row) => row }]
    expect(toTsv(columns, ['a', '=b'])).toBe("Name\na\n'=b")
  })
})

describe('columns', () => {
  const column = (id: string, width: number, grow?: number): Column<string> => ({
    id,
    header: id,
    width,
    cell: () => id,
    text: () => id,
    ...(grow === undefined ? {} : { grow }),
  })

  it('keep the width a person gave them, and fill the room otherwise', () => {
    expect(gridTemplate([column('a', 100, 1), column('b', 50)], {}, true)).toBe('40px minmax(100px, 1fr) 50px')
    expect(gridTemplate([column('a', 100, 1), column('b', 50)], { a: 220 }, false)).toBe('220px 50px minmax(0, 1fr)')
  })
})
