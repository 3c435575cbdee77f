import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract, type OperationName } from '@contract/index'
import { ROLES, type Role } from '@contract/define'
import { testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import { makeSessions } from '../access/session'
import { authorise } from './index'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const OPERATIONS = Object.keys(contract) as OperationName[]
/** Served by the house that holds workspaces, before a desk is open. */
const outside = (op: string): boolean => op.startsWith('workspace.')
const call = (op: string, input: unknown, session: ReturnType<TestWorkspace['as']> | null, commandId?: string) =>
  workspace.desk.call(op, input, { window: 'test', session, ...(commandId === undefined ? {} : { commandId }) })

describe('authorisation on the bridge itself', () => {
  it('refuses every operation to every role that the contract doesn’t name, whatever the input', async () => {
    for (const op of OPERATIONS) {
      const { who } = contract[op]
      if (who === 'public' || who === 'operator') continue
      for (const role of ROLES.filter((one) => !who.includes(one))) {
        for (const input of [{}, null, { id: 'x' }]) {
          expect([op, role, await call(op, input, workspace.as(role))]).toMatchObject([
            op,
            role,
            { ok: false, error: { kind: 'denied', code: 'role_missing', params: { roles: [...who] } } },
          ])
        }
      }
    }
  })

  it('refuses everything but the public to nobody', async () => {
    for (const op of OPERATIONS) {
      if (contract[op].who === 'public') continue
      expect([op, await call(op, {}, null)]).toMatchObject([op, { ok: false, error: { kind: 'denied', code: 'not_signed_in' } }])
    }
  })

  it('lets through whom the contract names', async () => {
    for (const op of OPERATIONS) {
      const { who } = contract[op]
      const entitled: readonly Role[] = who === 'public' || who === 'operator' ? ROLES : who
      for (const role of entitled) expect(() => authorise(who, workspace.as(role))).not.toThrow()
    }
    expect(await call('journal.total', {}, workspace.as('reviewer'))).toMatchObject({ ok: true })
  })

  it('serves every operation of the contract', async () => {
    for (const op of OPERATIONS.filter((one) => !outside(one))) {
      const answer = await call(op, { nonsense: true }, workspace.as('reviewer', 'support', 'admin'))
      expect([op, answer]).toMatchObject([op, { ok: false, error: { code: 'malformed' } }])
    }
  })

  it('takes a removed role away from open windows at once', async () => {
    const sessions = makeSessions()
    sessions.start('one', workspace.as('admin'))
    sessions.refresh(workspace.as('admin').operatorId, { roles: ['support'] })
    expect(() => authorise(['admin'], sessions.of('one'))).toThrow('role_missing')
    sessions.refresh(workspace.as('admin').operatorId, null)
    expect(() => authorise('operator', sessions.of('one'))).toThrow('not_signed_in')
  })
})

describe('what comes in', () => {
  it('is answered with a code, never thrown and never undefined, whatever it is', async () => {
    const names = fc.oneof(
      fc.constantFrom(...OPERATIONS.filter((op) => contract[op].kind === 'query')),
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    )
    await fc.assert(
      fc.asyncProperty(names, fc.jsonValue(), async (op, input) => {
        const answer = await call(op, input, workspace.as('admin'))
        if (!answer.ok) expect(answer.error.code).toMatch(/^[a-z_]+$/)
        else expect(answer.value).not.toBeUndefined()
        expect(answer.ok || answer.error.kind !== 'fault').toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('names the field that is wrong, not its content', async () => {
    expect(await call('accounts.get', { id: 'Anna Müller' }, workspace.as('admin'))).toMatchObject({
      ok: false,
      error: { kind: 'invalid', code: 'malformed', params: { field: 'id' } },
    })
    expect(JSON.stringify(await call('accounts.get', { id: 'Anna Müller' }, workspace.as('admin')))).not.toContain('Anna')
  })

  it('refuses cursors it never gave', async () => {
    for (const op of ['accounts.list', 'limits.list', 'messages.list', 'directives.list', 'journal.list', 'feeds.imports'] as const) {
      for (const cursor of ['x', '[]', '{}', '[1,2,3]', '-1', 'null', "'; DROP TABLE account; --"]) {
        const answer = await call(op, { cursor }, workspace.as('admin'))
        expect([op, cursor, answer.ok || answer.error.kind]).not.toEqual([op, cursor, 'fault'])
      }
    }
  })
})

describe('a command id', () => {
  const plan = { planId: 'pro', name: 'Pro', rank: 5, paid: true, priceMinor: null, currency: null, limits: {} }
  const ID = 'c0ffee'

  it('gets the first answer again and does nothing twice', async () => {
    const first = await call('plans.save', plan, workspace.as('admin'), ID)
    const entries = workspace.desk.services.db.all('SELECT 1 FROM entry').length
    expect(await call('plans.save', plan, workspace.as('admin'), ID)).toEqual(first)
    expect(workspace.desk.services.db.all('SELECT 1 FROM entry')).toHaveLength(entries)
  })

  it('still does so after a restart', async () => {
    const first = await call('plans.save', plan, workspace.as('admin'), ID)
    await workspace.reopen()
    expect(await call('plans.save', plan, workspace.as('admin'), ID)).toEqual(first)
  })

  it('gets the first answer again from work that takes several steps', async () => {
    const operator = { name: 'New One', shortName: 'new', roles: ['support'], passphrase: 'walnut copper lantern', language: 'en' }
    const first = await call('access.add_operator', operator, workspace.as('admin'), ID)
    expect(first).toMatchObject({ ok: true })
    expect(await call('access.add_operator', operator, workspace.as('admin'), ID)).toEqual(first)
  })

  it('may be used again after a refusal, which changed nothing', async () => {
    expect(await call('plans.save', { ...plan, rank: 1 }, workspace.as('admin'), ID)).toMatchObject({ ok: false, error: { code: 'plan_rank_taken' } })
    expect(await call('plans.save', plan, workspace.as('admin'), ID)).toMatchObject({ ok: true })
  })

  it('is nobody else’s and no other command’s', async () => {
    await call('plans.save', plan, workspace.as('admin'), ID)
    expect(await call('scheduler.pause', { reason: 'a break' }, workspace.as('admin'), ID)).toMatchObject({
      ok: false,
      error: { code: 'command_id_taken' },
    })
    expect(await call('plans.save', plan, { ...workspace.as('support'), roles: ['admin'] }, ID)).toMatchObject({
      ok: false,
      error: { code: 'command_id_taken' },
    })
  })

  it('is still refused to whom the command is', async () => {
    await call('plans.save', plan, workspace.as('admin'), ID)
    expect(await call('plans.save', plan, workspace.as('support'), ID)).toMatchObject({ ok: false, error: { code: 'role_missing' } })
  })
})
