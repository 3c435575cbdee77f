import { beforeEach, describe, expect, it } from 'vitest'
import { startI18n } from '@/app/i18n'
import { openOutside } from './open-outside'

const URL = 'https://example.com/form'
let order: string[] = []

function host(answers: Record<string, boolean>): void {
  Object.assign(window, {
    reeve: {
      preferences: {},
      host: (op: string, { url }: { url: string }) => {
        order.push(`${op} ${url}`)
        return Promise.resolve(answers[op])
      },
    },
  })
}

const journal = (): Promise<{ url: string }> => {
  order.push('journaled')
  return Promise.resolve({ url: URL })
}

beforeEach(async () => {
  order = []
  host({})
  await startI18n()
})

describe('REV-04 a form opens outside', () => {
  it('confirmed first, then journaled, then opened', async () => {
    host({ 'host.confirm_external': true, 'host.open_external': true })
    expect(await openOutside(URL, journal)).toBe(true)
    expect(order).toEqual([`host.confirm_external ${URL}`, 'journaled', `host.open_external ${URL}`])
  })

  it('declined: nothing is journaled or opened', async () => {
    host({ 'host.confirm_external': false })
    expect(await openOutside(URL, journal)).toBe(false)
    expect(order).toEqual([`host.confirm_external ${URL}`])
  })

  it('not journaled: not opened', async () => {
    host({ 'host.confirm_external': true })
    expect(await openOutside(URL, () => Promise.resolve(null))).toBe(false)
    expect(order).toEqual([`host.confirm_external ${URL}`])
  })

  it('no browser took it: said, and not taken for opened', async () => {
    host({ 'host.confirm_external': true, 'host.open_external': false })
    expect(await openOutside(URL, journal)).toBe(false)
  })
})
