import { at, root } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

// Fewer means that the tool saw nothing (it says "no violations" then), not that the house is small.
const LEAST_MODULES = 100

/**
 * Cruises the three source folders under `base` by the rules of .dependency-cruiser.mjs.
 * @returns {Promise<{ modules: number, crossings: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function cruise(base = root) {
  const program = at('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const folders = ['src-main', 'src-preload', 'src-renderer']
  const { stdout, output } = await run(
    process.execPath,
    [program, '--config', at('.dependency-cruiser.mjs'), '--ts-config', at('tsconfig.base.json'), '--output-type', 'json', ...folders],
    { cwd: base },
  )
  let result
  try {
    result = JSON.parse(stdout)
  } catch {
    throw new Error(`dependency-cruiser answered no JSON: ${output.slice(0, 2000)}`)
  }
  const dependencies = result.modules.flatMap(({ source, dependencies: all }) => all.map(({ resolved }) => ({ source, resolved })))
  return {
    modules: result.summary.totalCruised,
    // By an alias of tsconfig.base.json: none would mean that aliases are not resolved, and their rules blind.
    crossings: dependencies.filter(({ source, resolved }) => source.startsWith('src-renderer/') && resolved.startsWith('src-preload/contract/'))
      .length,
    violations: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

/** The check of `npm test`. @returns {Promise<number>} exit status */
export async function architecture() {
  const { modules, crossings, violations } = await cruise()
  for (const { rule, from, to } of violations) say(`${rule}: ${from} → ${to}`)
  if (modules < LEAST_MODULES || crossings === 0) {
    say(`dependency-cruiser saw ${modules} modules and ${crossings} imports by alias: it is blind, not content.`)
    return 1
  }
  say(`${modules} modules, ${violations.length} violations`)
  return violations.length === 0 ? 0 : 1
}

if (process.argv[1] === at('scripts', 'architecture', 'check.mjs')) process.exitCode = await architecture()
