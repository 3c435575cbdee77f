import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { FilePreview, ImportResult } from '@contract/feeds'
import { go } from '@/app/routes/use-route'
import { render, type Answers } from '@/testing/rendering'
import { letGo, takeFiles } from './import-run'
import ImportScreen from './screen'

const counts = (more: Partial<FilePreview['counts']> = {}) => ({ rows: 10, new: 6, changed: 0, same: 3, stale: 0, awaited: 0, bad: 1, ...more })
const FILE: FilePreview = {
  file: '/feeds/accounts.csv',
  kind: 'accounts',
  problem: null,
  missing: [],
  columns: [
    { name: 'account_id', known: true, required: true },
    { name: 'colour', known: false, required: false },
  ],
  firstRows: [{ line: 2, cells: ['A-1', 'blue'] }],
  counts: counts(),
  bad: [{ line: 7, column: 'email', value: 'x@', code: 'not_an_email', params: {} }],
  reviewsOpened: 0,
}
const RESULT: ImportResult = {
  importId: '00000000-0000-7000-8000-000000000001',
  files: [{ file: '/feeds/accounts.csv', kind: 'accounts', unknown: ['colour'], ...counts() }],
  consequences: { casesOpened: 2, casesResolved: 0, holdsPlaced: 0, holdsReleased: 0, reviewsOpened: 0 },
  waitingForAdmin: false,
  cancelled: false,
  nothingTaken: false,
}

async function importing(answers: Answers = {}, roles?: ('reviewer' | 'support' | 'admin')[]) {
  go({ screen: 'import', query: { tab: 'new' } })
  return render(
    <ImportScreen />,
    {
      'feeds.waiting': () => [],
      'feeds.preview': () => ({ files: [FILE] }),
      'feeds.import': () => RESULT,
      'feeds.bad_rows': () => ({ rows: [{ ...FILE.bad[0]!, file: FILE.file }], cursor: null }),
      ...answers,
    },
    roles,
  )
}

afterEach(() => act(letGo))

describe('import', () => {
  it('FED-05 previews mapping, first rows, counts and bad rows before anything is written', async () => {
    takeFiles(['/feeds/accounts.csv'])
    const screen = await importing()
    expect(screen.calls.map(({ op }) => op)).not.toContain('feeds.import')
    expect(screen.text()).toContain('isn’t an e-mail address')
    expect(screen.text()).toContain('not known, ignored')
    expect(screen.text()).toContain('1 bad row is left out and reported.')
    expect(screen.button('Import 9 rows').disabled).toBe(false)
  })

  it('FED-02 takes nothing with a bad row when all or nothing is chosen', async () => {
    takeFiles(['/feeds/accounts.csv'])
    const screen = await importing()
    await screen.click(screen.find('input[role="switch"]'))
    expect(screen.text()).toContain('1 bad row: nothing would be taken.')
    expect(screen.button('Import 9 rows').disabled).toBe(true)
  })

  it('reports what was taken, what followed, and the bad rows', async () => {
    takeFiles(['/feeds/accounts.csv'])
    const screen = await importing()
    await screen.click(screen.button('Import 9 rows'))
    expect(screen.calls.find(({ op }) => op === 'feeds.import')?.input).toEqual({
      files: [{ path: '/feeds/accounts.csv', kind: null }],
      allOrNothing: false,
    })
    expect(screen.text()).toContain('Imported: 6 rows new or changed.')
    expect(screen.text()).toContain('2 limit cases opened')
    expect(screen.text()).toContain('The column colour isn’t known and is ignored.')
  })

  it('says that nothing was taken when nothing was', async () => {
    takeFiles(['/feeds/accounts.csv'])
    const screen = await importing({ 'feeds.import': () => ({ ...RESULT, nothingTaken: true }) })
    await screen.click(screen.button('Import 9 rows'))
    expect(screen.text()).toContain('Nothing was taken: all or nothing was chosen')
    expect(screen.text()).not.toContain('Imported:')
  })

  it('leaves importing to admins, and reads no file for others', async () => {
    takeFiles(['/feeds/accounts.csv'])
    const screen = await importing({}, ['support'])
    expect(screen.text()).toContain('Only for admins')
    expect(screen.calls.map(({ op }) => op)).not.toContain('feeds.preview')
  })
})
