import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderTransport } from './folder'
import type { RenderedMessage } from './transport'

let store: string
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'reeve-folder-'))
})
afterEach(() => rmSync(store, { recursive: true }))

const never = new AbortController().signal
const ID = '0190a0a0-0000-7000-8000-000000000001'
const message: RenderedMessage = {
  id: ID,
  messageId: `<${ID}@reeve.example.com>`,
  from: 'a@example.com',
  to: 'b@example.org',
  raw: Buffer.from('Subject: x\r\n\r\nHi\r\n'),
}

test('MSG-02 handing over to the pick-up folder = written, readable by its owner only, named without personal data', async () => {
  const folder = join(store, 'outgoing')
  expect(await folderTransport(folder).deliver(message, never)).toEqual({ outcome: 'handed', code: 'written' })
  expect(readdirSync(folder)).toEqual([`${ID}.eml`])
  const file = join(folder, `${ID}.eml`)
  expect(readFileSync(file, 'utf8')).toBe(message.raw.toString())
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('MSG-01 a file already there was handed over before and stays as it is', async () => {
  const transport = folderTransport(store)
  writeFileSync(join(store, `${ID}.eml`), 'first')
  expect(await transport.deliver(message, never)).toEqual({ outcome: 'handed', code: 'already_there' })
  expect(readFileSync(join(store, `${ID}.eml`), 'utf8')).toBe('first')
})

test('RET-04 removes what a crash left half written', async () => {
  writeFileSync(join(store, `.${ID}.tmp`), 'half')
  await folderTransport(store).deliver(message, never)
  expect(existsSync(join(store, `.${ID}.tmp`))).toBe(false)
})

test('MSG-03 a folder that can’t be written is a temporary problem of the transport', async () => {
  const file = join(store, 'taken')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  const transport = folderTransport(join(file, 'outgoing'))
  expect(await transport.deliver(message, never)).toEqual({ outcome: 'temporary', code: 'folder_enotdir', enhanced: null, scope: 'transport' })
  expect(await transport.check(never)).toBe('folder_enotdir')
})

test('writes nothing once the desk stops', async () => {
  const stop = new AbortController()
  stop.abort()
  expect(await folderTransport(store).deliver(message, stop.signal)).toMatchObject({ outcome: 'temporary', code: 'stopped' })
  expect(readdirSync(store)).toEqual([])
})
