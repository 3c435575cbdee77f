import { describe, expect, it } from 'vitest'
import { migrate, openDatabase } from '../database'
import { addTokens, fold, prefixRange, replaceTokens, tokensOf, wordsOf } from './index'

describe('search words', () => {
  it('DSK-01 folds case and diacritics', () => {
    expect(fold('ŠKODA Größe Ærø Žluťoučký')).toBe('skoda grosse aero zlutoucky')
    expect(tokensOf(['Kranich-Verlag GmbH & Co. KG', 'info@kranich-verlag.de', 'A-000123', null])).toEqual([
      'kranich',
      'verlag',
      'gmbh',
      'info',
      '000123',
    ])
  })

  it('cuts long words and bounds their number', () => {
    expect(tokensOf(['x'.repeat(500)])).toEqual(['x'.repeat(32)])
    expect(tokensOf([Array.from({ length: 500 }, (_, n) => `word${n}`).join(' ')])).toHaveLength(40)
  })

  it('DSK-01 finds by prefix, and no longer after a change', () => {
    const db = openDatabase(':memory:')
    migrate(db, null)
    const entity = '01890000-0000-7000-8000-000000000001'
    const found = (word: string): number => {
      const { from, to } = prefixRange(wordsOf(word)[0]!)
      return db.all('SELECT 1 FROM search_token WHERE kind = ? AND token >= ? AND token < ?', 'account', from, to).length
    }
    addTokens(db, 'account', [{ entity, tokens: tokensOf(['Über Möbel']) }])
    expect([found('MÖB'), found('uber'), found('bel')]).toEqual([1, 1, 0])
    replaceTokens(db, 'account', entity, tokensOf(['Über Möbel']), tokensOf(['Über Stühle']))
    expect([found('möb'), found('stuhl'), found('über')]).toEqual([0, 1, 1])
    db.close()
  })
})
