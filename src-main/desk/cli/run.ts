import { asError, DONE, REFUSED, sentence, Usage, type Status } from './problem'
import { create } from './verbs/create'
import { doCommand } from './verbs/do'
import { importFiles } from './verbs/import'
import { list } from './verbs/list'
import { operators } from './verbs/operators'
import { run } from './verbs/run'
import { verify } from './verbs/verify'
import { demo, feeds } from './verbs/demo'
import { say, type Verb } from './verb'
import { flag, readWords } from './words'

const VERBS: Readonly<Record<string, Verb>> = { create, import: importFiles, run, list, do: doCommand, verify, demo, feeds, operators }
/** Named in the contract, built later. */
const NOT_YET: ReadonlySet<string> = new Set(['export', 'reopen', 'backup', 'restore', 'hub'])

const help = (): string[] => ['Usage: npm run --silent desk -- VERB …', ...Object.values(VERBS).map(({ usage }) => `  ${usage}`)]

/** Runs one call of the command line; answers its exit status. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<Status> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(`${help().join('\n')}\n`)
    return name === undefined ? REFUSED : DONE
  }
  const json = rest.includes('--json')
  try {
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
    if (verb === undefined) throw new Usage(NOT_YET.has(name) ? `“${name}” is not in this version of Reeve` : `There is no verb “${name.slice(0, 40)}”. ${help().join('\n')}`)
    const words = readWords(rest, verb.options, `Usage: ${verb.usage}`)
    if (flag(words, 'help') && verb !== doCommand) {
      process.stdout.write(`${verb.usage}\n`)
      return DONE
    }
    const result = await verb.run(words)
    await print(json ? JSON.stringify(result.json) : result.lines.join('\n'))
    return result.status
  } catch (thrown) {
    const error = asError(thrown)
    say(sentence(error))
    if (json) await print(JSON.stringify({ refusal: { code: error.code, params: error.params } }))
    return REFUSED
  }
}

/** Waits until it is out: a pipe may be slower than we are. */
function print(text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((resolve) => void process.stdout.write(`${text}\n`, () => resolve()))
}
