import { describe, expect, it } from 'vitest'
import { externalAddress, externalLinks, shownAddress } from './external-links'

const FORM = 'https://example.com/form'

describe('REV-04 what a window may have opened outside', () => {
  it('is what was confirmed, once', () => {
    const [links, window] = [externalLinks(() => 0), {}]
    links.confirmed(window, FORM)
    expect(links.take(window, FORM)).toBe(true)
    expect(links.take(window, FORM)).toBe(false)
  })

  it('is nothing that was not confirmed, and a wrong attempt spends the confirmation', () => {
    const [links, window] = [externalLinks(() => 0), {}]
    expect(links.take(window, FORM)).toBe(false)
    links.confirmed(window, FORM)
    expect(links.take(window, 'https://example.com/other')).toBe(false)
    expect(links.take(window, FORM)).toBe(false)
  })

  it('is only the last one confirmed, in the window that asked', () => {
    const [links, window, other] = [externalLinks(() => 0), {}, {}]
    links.confirmed(window, FORM)
    expect(links.take(other, FORM)).toBe(false)
    links.confirmed(window, 'https://example.com/later')
    expect(links.take(window, FORM)).toBe(false)
  })

  it('lasts a minute', () => {
    let at = 0
    const [links, window] = [externalLinks(() => at), {}]
    links.confirmed(window, FORM)
    at = 59_999
    expect(links.take(window, FORM)).toBe(true)
    links.confirmed(window, FORM)
    at += 60_000
    expect(links.take(window, FORM)).toBe(false)
  })
})

describe('REV-04 only https leaves the desk', () => {
  it.each([
    ['https://Example.com/Form?a=1#b', 'https://example.com/Form?a=1#b'],
    ['https://müller.de/anmelden', 'https://xn--mller-kva.de/anmelden'],
    ['http://example.com/form', null],
    ['https://anna:secret@example.com/form', null],
    ['https://example.com@evil.example/form', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['ms-settings:network', null],
    ['example.com/form', null],
    ['', null],
  ])('%s', (text, href) => expect(externalAddress(text)).toBe(href))

  it('shows a long address short, its host whole', () => {
    const host = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example/`
    const shown = shownAddress(`${host}${'x'.repeat(3000)}end`)
    expect(shown.startsWith(host)).toBe(true)
    expect(shown.endsWith('end')).toBe(true)
    expect(shown.length).toBeLessThan(400)
    expect(shownAddress(FORM)).toBe(FORM)
  })
})
