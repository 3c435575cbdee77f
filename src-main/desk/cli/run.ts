import { asError, DONE, REFUSED, sentence, Usage, type Status } from './problem'
import { create } from './verbs/create'
import { doCommand } from './verbs/do'
import { importFiles } from './verbs/import'
import { list } from './verbs/list'
import { operators } from './verbs/operators'
import { run } from './verbs/run'
import { verify } from './verbs/verify'
import { demo, feeds } from './verbs/demo'
import { printable, say, type Result, type Verb } from './verb'
import { flag, readWords } from './words'

const VERBS: Readonly<Record<string, Verb>> = { create, import: importFiles, run, list, do: doCommand, verify, demo, feeds, operators }
/** Named in the contract, built later. */
const NOT_YET: ReadonlySet<string> = new Set(['export', 'reopen', 'backup', 'restore', 'hub'])

const HELP: Result = {
  status: DONE,
  json: { usage: Object.values(VERBS).map(({ usage }) => usage) },
  lines: ['Usage: npm run --silent desk -- VERB …', ...Object.values(VERBS).map(({ usage }) => `  ${usage}`)],
}

function verbNamed(name: string | undefined): Verb {
  const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb !== undefined) return verb
  if (name === undefined) throw new Usage(`Name a verb: ${Object.keys(VERBS).join(', ')}. help shows how each goes`)
  if (NOT_YET.has(name)) throw new Usage(`“${name}” is not in this version`)
  throw new Usage(`There is no verb “${name.slice(0, 40)}”. Verbs: ${Object.keys(VERBS).join(', ')}. help shows how each goes`)
}

async function answer([name, ...rest]: readonly string[]): Promise<Result> {
  if (name === 'help' || name === '--help') return HELP
  const verb = verbNamed(name)
  const words = readWords(rest, verb.options, `Usage: ${verb.usage}`)
  if (flag(words, 'help') && verb !== doCommand) return { status: DONE, json: { usage: verb.usage }, lines: [verb.usage] }
  return verb.run(words)
}

/** Runs one call of the command line; answers its exit status. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<Status> {
  const json = args.includes('--json')
  try {
    const result = await answer(args)
    await print(json ? JSON.stringify(result.json) : result.lines.map(printable).join('\n'))
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
