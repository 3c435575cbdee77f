import { display } from './setup/display.mjs'
import { electronProgram } from './setup/electron.mjs'
import { foreground, isRoot } from './setup/foreground.mjs'
import { at } from './setup/paths.mjs'
import { sayProblem } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { forDevelopment } from './setup/steps.mjs'

try {
  await setUp(forDevelopment)
  const { env, stop } = await display()
  const parameters = process.argv.slice(2)
  process.exitCode = await foreground(
    process.execPath,
    [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', ...(parameters.length > 0 ? ['--', ...parameters] : [])],
    {
      // electron-vite looks for neither path.txt nor the link.
      env: { ...env, ELECTRON_EXEC_PATH: electronProgram() ?? undefined, ...(isRoot() ? { NO_SANDBOX: '1' } : {}) },
      calm: true,
    },
  )
  stop()
} catch (problem) {
  sayProblem(problem)
  process.exitCode = 2
}
