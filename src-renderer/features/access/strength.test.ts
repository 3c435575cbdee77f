import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength'

describe('the passphrase hint (DSK-07)', () => {
  it('asks for fourteen characters, counted as characters and not as code units', () => {
    expect(strengthOf('thirteen char')).toBe('short')
    expect(strengthOf('😀😀😀😀😀😀😀')).toBe('short')
    expect(strengthOf('fourteen chars')).toBe('fair')
  })

  it.each(['hemlighemlighemlig', 'aaaaaaaaaaaaaaaa', 'ababcabcababcabc'])('calls %s a repetition', (text) => {
    expect(strengthOf(text)).toBe('repeats')
  })

  it.each(['qwertzuiop1234567', 'abcdefghijklmnop', '9876543210 zyxwvuts'])('calls %s a run of keys', (text) => {
    expect(strengthOf(text)).toBe('sequence')
  })

  it('does not count the own name', () => {
    expect(strengthOf('annika bergström 1', ['Annika Bergström'])).toBe('personal')
    expect(strengthOf('annika likes windy islands', ['Annika Bergström'])).toBe('good')
  })

  it('calls long ones of several words strong', () => {
    expect(strengthOf('kvällsflöjt under granarna')).toBe('good')
    expect(strengthOf('kvällsflöjt under de gamla granarna')).toBe('strong')
  })
})
