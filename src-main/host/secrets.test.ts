import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSecrets, type Cipher } from './secrets'

const reversing: Cipher = {
  isUsable: () => true,
  encrypt: (text) => Buffer.from(text).reverse(),
  decrypt: (bytes) => Buffer.from(bytes).reverse().toString(),
}
const none: Cipher = { ...reversing, isUsable: () => false }
const file = (): string => join(mkdtempSync(join(tmpdir(), 'reeve-')), 'secrets.json')

describe('the desk’s secrets', () => {
  it('are kept encrypted and readable by their owner only', () => {
    const path = file()
    openSecrets(path, reversing).set('smtp', 'hunter22')
    expect(readFileSync(path, 'utf8')).not.toContain('hunter22')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(openSecrets(path, reversing).all().get('smtp')).toBe('hunter22')
  })

  it('stay in memory only where the system can’t encrypt', () => {
    const path = file()
    const secrets = openSecrets(path, none)
    secrets.set('smtp', 'hunter22')
    expect(secrets.all().get('smtp')).toBe('hunter22')
    expect(existsSync(path)).toBe(false)
  })

  it('are asked for again when they can’t be decrypted', () => {
    const path = file()
    openSecrets(path, reversing).set('smtp', 'hunter22')
    const broken: Cipher = {
      ...reversing,
      decrypt: () => {
        throw new Error('another user’s key')
      },
    }
    expect(openSecrets(path, broken).all().size).toBe(0)
  })

  it('are gone from the disk once forgotten', () => {
    const path = file()
    const secrets = openSecrets(path, reversing)
    secrets.set('smtp', 'hunter22')
    secrets.set('smtp', null)
    expect(openSecrets(path, reversing).all().size).toBe(0)
  })
})
