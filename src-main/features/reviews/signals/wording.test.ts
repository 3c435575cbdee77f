import { describe, expect, it } from 'vitest'
import { domainOf } from './domains'
import { missingElements } from './wording'

const SENDER = { company: 'Kranich Verlag GmbH & Co. KG', domains: [domainOf('kranich-verlag.de')!] }
const missing = (wording: string, sender = SENDER): string[] => missingElements(wording, sender)

describe('REV-12 what a consent must name', () => {
  it.each([
    ['de', 'Ja, ich möchte den Newsletter der Kranich Verlag GmbH erhalten. Die Einwilligung kann ich jederzeit widerrufen.'],
    ['de, apart', 'Kranich Verlag schickt Ihnen Angebote per E-Mail. Melden Sie sich jederzeit über den Link in jeder E-Mail ab.'],
    ['de, conditional no', 'Kranich Verlag schickt Werbung. Wenn Sie das nicht mehr möchten, genügt der Klick auf Abmelden.'],
    ['sv', 'Jag vill få nyhetsbrev från Kranich Verlag. Jag kan när som helst återkalla mitt samtycke.'],
    ['sv, apart', 'Kranich Verlag skickar erbjudanden via e-post. Du kan när som helst avregistrera dig.'],
    ['cs', 'Souhlasím se zasíláním obchodních sdělení a novinek společnosti Kranich Verlag. Souhlas mohu kdykoli odvolat.'],
    ['cs, apart', 'Kranich Verlag: newsletter jednou měsíčně. Odhlásit se můžete jedním kliknutím.'],
    ['nb', 'Ja, jeg vil ha nyhetsbrev fra Kranich Verlag. Jeg kan når som helst trekke samtykket tilbake.'],
    ['nb, apart', 'Kranich Verlag sender tilbud på e-post. Du kan melde deg av når du vil.'],
    ['en', 'I agree to receive the Kranich Verlag newsletter. I can unsubscribe or withdraw my consent at any time.'],
    ['en, domain', 'Special offers from kranich-verlag.de by e-mail; opt out whenever you like.'],
  ])('%s: whole', (_, wording) => expect(missing(wording)).toEqual([]))

  it.each([
    ['Ich möchte Neuigkeiten erhalten und kann das jederzeit widerrufen.', ['sender']],
    ['Yes, the Kranich Verlag may contact me. I can withdraw this at any time.', ['purpose']],
    ['Ja, jag vill ha nyhetsbrev från Kranich Verlag.', ['revocation']],
    ['Ich stimme zu.', ['sender', 'purpose', 'revocation']],
    ['Souhlasím s podmínkami.', ['sender', 'purpose', 'revocation']],
    ['Der Newsletter von Kranich Verlag. Diese Einwilligung kann nicht widerrufen werden.', ['revocation']],
    ['Der Newsletter von Kranich Verlag. Die Einwilligung ist unwiderruflich.', ['revocation']],
    ['Kranich Verlag newsletter. Unsubscribing is not possible.', ['revocation']],
    ['Nyhetsbrev från Kranich Verlag. Samtycket kan inte återkallas.', ['revocation']],
    ['Newsletter Kranich Verlag. Souhlas nelze odvolat.', ['revocation']],
    ['Nyhetsbrev fra Kranich Verlag. Samtykket kan ikke tilbakekalles.', ['revocation']],
    ['', ['sender', 'purpose', 'revocation']],
  ])('%s', (wording, elements) => expect(missing(wording)).toEqual(elements))

  it('is not deceived by invisible characters, nor by letters taken apart', () => {
    expect(missing('Kra\u00adnich Ver\u200blag: News\u200dletter, jederzeit wider\u00adrufbar.')).toEqual([])
    expect(missing('Nyhetsbrev från Kranich Verlag, kan återkallas när som helst.'.normalize('NFD'))).toEqual([])
  })

  it('knows names with umlauts however written, short names and names that are legal forms only', () => {
    const named = (company: string, wording: string): boolean => !missing(wording, { company, domains: [] }).includes('sender')
    expect(named('Müller AG', 'Newsletter von Mueller')).toBe(true)
    expect(named('Mueller AG', 'Newsletter von Müller')).toBe(true)
    expect(named('3M', 'News from 3M')).toBe(true)
    expect(named('Åse Øst AS', 'Nyhetsbrev fra Åse Øst')).toBe(true)
    expect(named('GmbH', 'Newsletter der GmbH')).toBe(true)
    expect(named('Kranich GmbH', 'Newsletter der Adler GmbH')).toBe(false)
    expect(named('', 'Newsletter')).toBe(false)
    expect(named('???', 'Newsletter???')).toBe(false)
  })

  it.each([
    ['one word', 'a'.repeat(2_000_000)],
    ['many words', 'melden '.repeat(300_000)],
    ['marks', 'a\u0301'.repeat(500_000)],
    ['ends of clauses', '.,;:!?()'.repeat(200_000)],
    ['invisible', '\u200b'.repeat(1_000_000)],
  ])('reads a hostile text in no time: %s', (_, wording) => {
    const start = performance.now()
    missing(wording)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
