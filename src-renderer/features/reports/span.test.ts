import { describe, expect, it } from 'vitest'
import { spanIn } from './span'

const TODAY = '2026-03-05'

describe('the span of a report (DSK-10)', () => {
  it.each([
    ['today', '2026-03-05', '2026-03-05'],
    ['week', '2026-02-27', '2026-03-05'],
    ['days30', '2026-02-04', '2026-03-05'],
    ['month', '2026-03-01', '2026-03-05'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
  ])('%s has both its first and its last day in it', (name, from, to) => {
    expect(spanIn({ span: name }, TODAY)).toEqual({ name, from, to })
  })

  it('knows leap days and the turn of a year', () => {
    expect(spanIn({ span: 'lastMonth' }, '2028-03-31')).toMatchObject({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanIn({ span: 'lastMonth' }, '2027-01-01')).toMatchObject({ from: '2026-12-01', to: '2026-12-31' })
  })

  it('takes one’s own dates in either order, and 30 days for what is no date', () => {
    expect(spanIn({ span: 'own', from: '2026-02-10', to: '2026-02-01' }, TODAY)).toEqual({ name: 'own', from: '2026-02-01', to: '2026-02-10' })
    expect(spanIn({ span: 'own', from: 'soon', to: '2026-02-01' }, TODAY)).toMatchObject({ from: '2026-02-04', to: TODAY })
    expect(spanIn({ span: 'always' }, TODAY)).toMatchObject({ name: 'days30' })
  })
})
