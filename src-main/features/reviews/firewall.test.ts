import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OperationName } from '@contract/index'
import { contract } from '@contract/index'
import { testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const tries = (): { actor: string; body: string; rule: string }[] =>
  workspace.desk.services.db.all("SELECT actor, body, rule FROM entry WHERE kind = 'reviews.refused' ORDER BY seq")

it('REV-08 refuses support every command that decides or orders, on the bridge itself, and journals each try', async () => {
  const support = workspace.as('support')
  const commands = (Object.keys(contract) as OperationName[]).filter((op) => {
    const { kind, who } = contract[op]
    return op.startsWith('reviews.') && kind === 'command' && who !== 'operator' && who !== 'public' && !who.includes('support')
  })
  expect(commands).toEqual(expect.arrayContaining(['reviews.accept', 'reviews.reject', 'reviews.query', 'reviews.claim', 'reviews.snooze']))
  for (const op of commands) {
    const answer = await workspace.desk.call(op, { id: 'x' }, { window: 'test', session: support })
    expect([op, answer]).toMatchObject([op, { ok: false, error: { code: 'role_missing' } }])
  }
  expect(tries()).toEqual(
    commands.map((op) => ({
      actor: support.operatorId,
      rule: 'REV-08',
      body: JSON.stringify({ code: 'role_missing', op: op.replace('.', '_') }),
    })),
  )
})

it('REV-08 an operation that doesn’t exist is refused and no try', async () => {
  const answer = await workspace.desk.call('reviews.nothing' as OperationName, {}, { window: 'test', session: workspace.as('support') })
  expect(answer).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })
  expect(tries()).toEqual([])
})

it('REV-08 journals no refused query and no refusal of another feature', async () => {
  const call = (op: string) => workspace.desk.call(op, {}, { window: 'test', session: workspace.as('support') })
  await call('reviews.next')
  await call('scheduler.pause')
  expect(tries()).toEqual([])
})
