import { resolve } from 'node:path'
import { fillDemo, writeDemoFeeds } from '@features/demo/index'
import { Refusal } from '@kernel/refusal'
import { DONE, Usage } from '../problem'
import { atWorkspace } from '../session'
import type { Verb } from '../verb'
import { text, wholeOf, type Words } from '../words'

const MOST_ACCOUNTS = 5_000_000

const sizes = (words: Words): { accounts: number; seed: number } => ({
  accounts: wholeOf('accounts', text(words, 'accounts') ?? '400', 1, MOST_ACCOUNTS),
  seed: wholeOf('seed', text(words, 'seed') ?? '1', 0, 4_294_967_295),
})

/** DSK-08: fills a simulation with made-up data, by the same import and the same scheduler as real data. */
export const demo: Verb = {
  usage: 'demo [--accounts N] [--seed S] [--store DIR] [--json]',
  options: { accounts: { type: 'string' }, seed: { type: 'string' } },
  async run(words) {
    if (words.positionals.length > 0) throw new Usage(`Usage: ${demo.usage}`)
    const { accounts, seed } = sizes(words)
    return atWorkspace(words, {}, async ({ desk }) => {
      if (!desk.services.workspace.simulation) throw new Refusal('simulation_only')
      const filled = await fillDemo(desk, { accounts, seed })
      return { status: DONE, json: filled, lines: [`Filled with ${filled.accounts} accounts.`] }
    })
  },
}

/** The same data as feed files. */
export const feeds: Verb = {
  usage: 'feeds --out DIR [--accounts N] [--seed S] [--json]',
  options: { out: { type: 'string' }, accounts: { type: 'string' }, seed: { type: 'string' } },
  async run(words) {
    const out = text(words, 'out')
    if (out === undefined || out === '' || words.positionals.length > 0) throw new Usage(`Usage: ${feeds.usage}`)
    const files = await writeDemoFeeds(resolve(out), sizes(words))
    return { status: DONE, json: { files }, lines: files }
  },
}
