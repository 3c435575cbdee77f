import { createRequire } from 'node:module'
import { at } from './setup/paths.mjs'
import { sayProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { forDesk } from './setup/steps.mjs'

try {
  await setUp(forDesk)
} catch (problem) {
  sayProblem(problem)
  // 2: refused or unusable, as the command line says it.
  process.exit(2)
}

// npm runs scripts in the project's folder; file names on the command line are meant from where it was called.
if (process.env.npm_lifecycle_event === 'desk' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

// In this process: a second Node would cost its start and stand between the signals.
// npm runs scripts in the project's folder; the words mean the one it was called in.
if (process.env.npm_lifecycle_event === 'desk' && process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD)
const program = at('out', 'main', 'cli.js')
process.argv.splice(1, 1, program)
createRequire(import.meta.url)(program)
