import { existsSync } from 'node:fs'
import { display } from './setup/display.mjs'
import { foreground } from './setup/foreground.mjs'
import { benchTools } from './setup/libraries.mjs'
import { at } from './setup/paths.mjs'
import { lastLines, run } from './setup/run.mjs'
import { sayProblem, SetupProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { forApp } from './setup/steps.mjs'

try {
  await setUp([...forApp, benchTools])
  const { code, output } = await run(process.execPath, [at('scripts', 'setup', 'build-bench.mjs')])
  const program = at('out', 'bench', 'main.js')
  if (code !== 0 || !existsSync(program))
    throw new SetupProblem('The benchmarks could not be built.', lastLines(output, 25), 'mend what it names, then run the same command again.')
  const { env, stop } = await display({ preferVirtual: true, quiet: true })
  process.exitCode = await foreground(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)], { env })
  stop()
} catch (problem) {
  sayProblem(problem)
  process.exitCode = 2
}
