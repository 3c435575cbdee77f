import { describe, expect, it } from 'vitest'
import { formDomain, formKey, formLink } from './form-link'

describe('REV-04 a direct link is told from the bare main domain', () => {
  it.each([
    ['https://example.com', 'bare'],
    ['https://www.example.com/', 'bare'],
    ['https://example.co.uk/?utm_source=mail&fbclid=1', 'bare'],
    ['https://example.com/index.html', 'bare'],
    ['https://bücher.example.de', 'deep'],
    ['https://müller.de/', 'bare'],
    ['https://example.com/newsletter', 'deep'],
    ['https://example.com/?form=7', 'deep'],
    ['https://example.com/#newsletter', 'deep'],
    ['https://newsletter.example.com/', 'deep'],
    ['https://shop.github.io/', 'bare'],
    ['https://example.com/#', 'bare'],
    ['http://192.0.2.7/', 'bare'],
    ['ftp://example.com/form', null],
    ['javascript:alert(1)', null],
    ['https://localhost/form', null],
    ['example.com/newsletter', 'deep'],
    ['www.example.com:8443/newsletter', 'deep'],
    ['  WWW.EXAMPLE.COM  ', 'bare'],
    ['https://firma.example/', 'bare'],
    ['https://www.firma-7.de.example/', 'bare'],
    ['https://firma.co.uk.example/newsletter', 'deep'],
    ['https://newsletter.firma.example', 'deep'],
    ['https://example.com./', 'bare'],
    ['https://user:secret@example.com/', 'bare'],
    ['https://shop.blogspot.de/', 'bare'],
    ['https://example.com/?utm_source=x&p=42', 'deep'],
    ['data:text/html,<form>', null],
    ['mailto:news@example.com', null],
    ['//example.com/form', 'deep'],
    ['https://', null],
    ['https://exa mple.com/form', null],
    ['https://example.com:99999/form', null],
    [`https://example.com/${'a'.repeat(5_000)}`, null],
    ['', null],
    [null, null],
  ])('%.60s', (url, link) => expect(formLink(url)).toBe(link))
})

describe('REV-19 one form has one key', () => {
  it.each([
    ['https://www.Example.com/Form/?b=2&a=1&utm_campaign=x#top', 'http://example.com:80/Form?a=1&b=2'],
    ['https://müller.de/anmelden', 'https://xn--mller-kva.de/anmelden/'],
    ['example.com/form', 'https://example.com/form'],
    ['https://example.com/%6Eewsletter', 'https://example.com//newsletter'],
    ['https://example.com/a%2fb', 'https://example.com/a%2Fb'],
    ['https://example.com', 'http://www.example.com/index.html'],
    ['https://a:b@example.com/form', 'https://example.com./form'],
  ])('%s is %s', (one, other) => expect(formKey(one)).toBe(formKey(other)))

  it.each([
    ['https://example.com/form?id=1', 'https://example.com/form?id=2'],
    ['https://example.com/a', 'https://shop.example.com/a'],
    ['https://example.com:8443/a', 'https://example.com/a'],
    ['https://example.com/#/a', 'https://example.com/#/b'],
    ['https://forms.gle/AbC', 'https://forms.gle/abc'],
    ['https://example.com/a%2fb', 'https://example.com/a/b'],
  ])('%s is not %s', (one, other) => expect(formKey(one)).not.toBe(formKey(other)))

  it.each([
    ['https://a.b.example.co.uk/x', 'example.co.uk'],
    ['https://somebody.github.io/x', 'somebody.github.io'],
    ['https://newsletter.müller.de', 'xn--mller-kva.de'],
    ['http://192.0.2.7/x', '192.0.2.7'],
    ['https://shop.blogspot.co.uk/x', 'shop.blogspot.co.uk'],
    ['https://www.firma.de.example/x', 'firma.de.example'],
    ['mailto:a@b.de', null],
  ])('%s belongs to %s', (url, domain) => expect(formDomain(url)).toBe(domain))
})
