import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { cruise } from './check.mjs'

const example = fileURLToPath(new URL('./fixtures/architecture', import.meta.url))

it('finds every kind of violation in the example made to violate', { timeout: 60_000 }, async () => {
  const { violations } = await cruise(example)
  const found = new Set(violations.map(({ rule }) => rule))
  expect(config.forbidden.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([])
  expect(violations).toContainEqual({ rule: 'feature-by-door', from: 'src-main/features/limits/store.ts', to: 'src-main/features/accounts/store.ts' })
  expect(violations).toContainEqual({ rule: 'host-knows-no-domain', from: 'src-main/host/window.ts', to: 'src-main/features/limits/rules.ts' })
})

it('finds nothing where features go through the door', async () => {
  const { violations } = await cruise(example)
  expect(violations.filter(({ rule, to }) => rule === 'desk-by-door' && to.endsWith('index.ts'))).toEqual([])
})
