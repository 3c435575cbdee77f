import { build } from './setup/build.mjs'
import { dependencies } from './setup/dependencies.mjs'
import { sayProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

try {
  await setUp([dependencies, build('main'), build('preload'), build('renderer')])
} catch (problem) {
  sayProblem(problem)
  process.exitCode = 2
}
