import { at } from './paths.mjs'
import { lastLines, run } from './run.mjs'
import { SetupProblem } from './say.mjs'
import { hashOfFiles, readJson, writeJson } from './stamps.mjs'

const shared = ['electron.vite.config.ts', 'scripts/aliases.mjs', 'tsconfig.base.json', 'package-lock.json', 'package.json', 'src-preload/contract']
const sources = {
  main: ['src-main', 'resources'],
  preload: ['src-preload'],
  renderer: ['src-renderer'],
}
/** @typedef {keyof typeof sources} Part */

const isSource = (path) => !/\.test\.[cm]?tsx?$|\.md$/.test(path)
/** In the folder it speaks of: whoever empties that removes the stamp with it. */
const stamp = (part) => at('out', part, 'built.json')
/** @param {Part} part */
const fingerprint = (part) =>
  hashOfFiles(
    [...shared, ...sources[part]].map((path) => at(path)),
    isSource,
  )

/** Builds one part of the app into out/, when its sources changed. @param {Part} part @returns {import('./set-up.mjs').Step} */
export function build(part) {
  return {
    name: `Building ${part}`,
    isDone: () => readJson(stamp(part))?.sources === fingerprint(part),
    async carryOut() {
      // Taken before: a source saved while the build runs is built again next time.
      const built = fingerprint(part)
      const { code, output } = await run(process.execPath, [at('scripts', 'setup', 'build-part.mjs'), part])
      if (code !== 0)
        throw new SetupProblem(`Building ${part} failed.`, lastLines(output, 25), 'mend what it names, then run the same command again.')
      writeJson(stamp(part), { sources: built })
    },
  }
}
