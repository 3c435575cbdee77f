import * as z from 'zod'
import { contract, type OperationName } from '@contract/index'
import { CallRefused, DONE, REFUSED, sentence, Usage } from '../problem'
import { atWorkspace } from '../session'
import { say, type Result, type Verb } from '../verb'
import { flag, objectOf, text } from '../words'

/** Needs a window, or a secret that may not stand among a command's words. */
const NOT_HERE: ReadonlySet<string> = new Set([
  'access.sign_in',
  'access.recover',
  'access.lock',
  'access.sign_out',
  'access.change_passphrase',
  'access.add_operator',
  'access.reset_passphrase',
])
/** Questions too: a rejection names reasons by ids that `reviews.policy` answers. */
const NAMES = (Object.keys(contract) as OperationName[]).filter(
  (name) => contract[name].who !== 'public' && !name.startsWith('workspace.') && !NOT_HERE.has(name),
)

function listCommands(): Result {
  const commands = NAMES.map((name) => ({
    command: name,
    kind: contract[name].kind,
    who: contract[name].who,
    input: z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }),
  }))
  const lines = commands.map(
    ({ command, who, input }) => `${command}\t${Array.isArray(who) ? who.join(',') : String(who)}\t${JSON.stringify(input.properties ?? {})}`,
  )
  return { status: DONE, json: { commands }, lines }
}

/** One command or question of the contract, with the operator's rights. */
export const doCommand: Verb = {
  usage: 'do COMMAND --input JSON [--as OPERATOR] [--at ISO] [--store DIR] [--json] | do --help',
  options: { input: { type: 'string' }, at: { type: 'string' } },
  async run(words) {
    if (flag(words, 'help')) return listCommands()
    const [name, ...more] = words.positionals
    if (name === undefined || more.length > 0) throw new Usage(`Usage: ${doCommand.usage}`)
    if (NOT_HERE.has(name)) throw new Usage(`${name} carries a passphrase or needs a window; operators add NAME --role R adds an operator`)
    if (!NAMES.some((known) => known === name)) throw new Usage(`There is no command “${name.slice(0, 60)}”; do --help lists them`)
    const input = objectOf('input', text(words, 'input') ?? '{}')
    return atWorkspace(words, {}, async ({ call }) => {
      try {
        const result = await call(name as OperationName, input as never)
        return { status: DONE, json: { result }, lines: [JSON.stringify(result)] }
      } catch (thrown) {
        if (!(thrown instanceof CallRefused)) throw thrown
        const { code, params } = thrown.error
        say(sentence(thrown.error))
        return { status: REFUSED, json: { refusal: { code, params } }, lines: [] }
      }
    })
  },
}
