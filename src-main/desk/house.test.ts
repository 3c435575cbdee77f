import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WorkspaceStatus } from '@contract/workspace'
import { createWorkspace } from './create-workspace'
import { memorySecrets } from './create-desk'
import { openHouse } from './house'

const ADMIN = { name: 'Ada Berg', shortName: 'AB', passphrase: 'seven herons over a quiet harbour', language: 'en' }

test('DSK-07 a workspace that the command line made without an operator gets its admin at the first run, and no second one that way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-house-'))
  createWorkspace({ folder, now: Date.now() }, () => undefined)
  const faults: unknown[] = []
  const house = openHouse({
    folder,
    demoFolder: join(folder, 'demo'),
    version: '0',
    language: 'en',
    secrets: memorySecrets(),
    onFault: (thrown) => faults.push(thrown),
  })
  const call = (op: string, input: unknown) => house.call('window-1', op, input, {})
  const state = async (): Promise<string> => {
    const answer = await call('workspace.status', {})
    return answer.ok ? (answer.value as WorkspaceStatus).state : answer.error.code
  }
  try {
    expect(await state()).toBe('none')
    expect(await call('workspace.create', ADMIN)).toMatchObject({ ok: true })
    expect(await state()).toBe('ready')
    expect(await call('workspace.create', { ...ADMIN, shortName: 'XX' })).toMatchObject({ ok: false, error: { code: 'workspace_exists' } })
    const status = await call('workspace.status', {})
    expect(status).toMatchObject({ ok: true, value: { operators: [{ name: 'Ada Berg' }] } })
    expect(faults).toEqual([])
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
