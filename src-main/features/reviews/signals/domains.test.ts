import { describe, expect, it } from 'vitest'
import { domainOf, relation, shown } from './domains'
import { isDisposable, isFreeMail, isShared } from './known-domains'

const of = (text: string) => domainOf(text)!

describe('REV-12 the domain in what a customer typed', () => {
  it.each([
    ['example.com', 'example.com'],
    ['  WWW.Example.COM. ', 'example.com'],
    ['https://shop.example.co.uk/a?b#c', 'example.co.uk'],
    ['http://user:pass@evil.example.org:8080/x', 'example.org'],
    ['https://bank.de@evil.example.org/', 'example.org'],
    ['Anna <anna@example.se', 'example.se'],
    ['anna@mail.example.se', 'example.se'],
    ['https://www.firma.example/form', 'firma.example'],
    ['news.firma.example', 'firma.example'],
    ['news.firma.de.example', 'firma.de.example'],
    ['shop-1.co.uk.example', 'shop-1.co.uk.example'],
    ['newsletter.shop.test', 'shop.test'],
    ['de.example', 'de.example'],
    ['müller.de', 'xn--mller-kva.de'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['exa\u200bmple.com', 'example.com'],
    ['exam\u00adple.com', 'example.com'],
    ['someone.github.io', 'someone.github.io'],
    ['a.shop.blogspot.co.uk', 'shop.blogspot.co.uk'],
    ['firma.wordpress.com', 'firma.wordpress.com'],
  ])('%j is %s', (text, registrable) => expect(domainOf(text)?.registrable).toBe(registrable))

  it.each([
    null,
    '',
    '   ',
    'localhost',
    'intranet',
    'co.uk',
    'github.io',
    '192.0.2.7',
    '[::1]',
    '0x7f.1',
    '2130706433',
    'printer.local',
    'a..de',
    '-a.de',
    'a b.de',
    'xn--zzzz.de',
    '.',
    '@',
    '@@',
    'https://',
    `${'a'.repeat(64)}.de`,
    `${'a.'.repeat(130)}de`,
    'javascript:alert(1)',
    'data:text/html,x',
    'exa%6dple.com',
    '\u0000',
    'x'.repeat(100_000),
    '.'.repeat(2_000),
    '@'.repeat(2_000),
  ])('%# holds none', (text) => expect(domainOf(text)).toBeNull())

  it('shows international letters with the punycode they can hide behind', () => {
    expect(shown(of('example.com'))).toBe('example.com')
    expect(shown(of('müller.de'))).toBe('müller.de (xn--mller-kva.de)')
    expect(shown(of('аpple.com'))).toBe('аpple.com (xn--pple-43d.com)')
  })
})

describe('REV-12 how near two domains are', () => {
  it.each([
    ['shop.example.com', 'www.example.com', 'same'],
    ['müller.de', 'xn--mller-kva.de', 'same'],
    ['müller.de', 'mueller.de', 'variant'],
    ['škoda.cz', 'skoda.cz', 'variant'],
    ['räksmörgås.se', 'raksmorgas.se', 'variant'],
    ['blåbær.no', 'blaabaer.no', 'variant'],
    ['haus-garten.de', 'hausgarten.de', 'variant'],
    ['example.de', 'example.co.uk', 'sibling'],
    ['kranich.de', 'kranich.com', 'sibling'],
    ['аpple.com', 'apple.com', 'lookalike'],
    ['раураӏ.com', 'paypal.com', 'lookalike'],
    ['rnarkt.de', 'markt.de', 'lookalike'],
    ['g0ldfisch.de', 'goldfisch.de', 'lookalike'],
    ['vvolke.de', 'wolke.de', 'lookalike'],
    ['paypa1.com', 'paypal.com', 'lookalike'],
    ['ạpple.com', 'apple.com', 'lookalike'],
    ['kranihc.de', 'kranich.de', 'near'],
    ['kranichh.de', 'kranich.de', 'near'],
    ['hut.de', 'gut.de', 'other'],
    ['kranich.de', 'kranich-newsletter.de', 'other'],
    ['one.github.io', 'two.github.io', 'other'],
    ['a.co.uk', 'b.co.uk', 'other'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relation(of(a), of(b))).toBe(expected)
    expect(relation(of(b), of(a))).toBe(expected)
  })
})

describe('REV-12 known domains', () => {
  it.each(['gmail.com', 'gmx.at', 'web.de', 't-online.de', 'seznam.cz', 'telia.com', 'online.no', 'live.no', 'yahoo.co.uk'])(
    '%s is free mail',
    (domain) => expect(isFreeMail(of(domain))).toBe(true),
  )
  it.each(['example.com', 'siemens.com', 'skoda.cz', 'kranich-verlag.de', 'ikea.se'])('%s is not', (domain) =>
    expect(isFreeMail(of(domain))).toBe(false),
  )
  it.each(['mailinator.com', 'x.mailinator.com', 'yopmail.com', 'guerrillamail.com'])('%s is disposable', (domain) =>
    expect(isDisposable(of(domain))).toBe(true),
  )
  it.each(['gmail.com', 'example.com'])('%s is not disposable', (domain) => expect(isDisposable(of(domain))).toBe(false))
  it.each(['docs.google.com', 'forms.gle', 'firma.typeform.com', 'forms.office.com', 'eu1.cleverreach.com'])('%s is shared by many', (domain) =>
    expect(isShared(of(domain).registrable)).toBe(true),
  )
})
