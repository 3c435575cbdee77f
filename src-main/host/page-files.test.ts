import { describe, expect, it } from 'vitest'
import { CONTENT_POLICY } from './content-policy'
import { pageFile } from './page-files'

const folder = '/opt/reeve/renderer'

describe('our own protocol', () => {
  it('serves the page and what belongs to it', () => {
    expect(pageFile('app://reeve/', folder)).toEqual({ path: `${folder}/index.html`, type: 'text/html; charset=utf-8' })
    expect(pageFile('app://reeve/index.html#/limits', folder)?.path).toBe(`${folder}/index.html`)
    expect(pageFile('app://reeve/assets/a-1.js', folder)?.type).toContain('javascript')
  })

  it.each(['app://reeve/../secrets.json', 'app://reeve/%2e%2e/%2e%2e/secrets.json'])('never leaves its folder: %s', (address) => {
    expect(pageFile(address, folder)?.path).toBe(`${folder}/secrets.json`)
  })

  it.each([
    'app://reeve/..%2fsecrets.json',
    'app://reeve/a%5c..%5cb.js',
    'app://reeve/a%00.js',
    'app://other/index.html',
    'file:///etc/passwd.html',
    'app://reeve/built.exe',
    'app://reeve/%zz.js',
    'nonsense',
  ])('serves nothing for %s', (address) => {
    expect(pageFile(address, folder)).toBeNull()
  })

  it('allows no script but our own files, and no foreign address at all', () => {
    expect(CONTENT_POLICY).toContain("default-src 'none'")
    expect(CONTENT_POLICY).toMatch(/script-src 'self'(;|$)/)
    expect(CONTENT_POLICY).not.toMatch(/https?:|\*|unsafe-eval/)
  })
})
