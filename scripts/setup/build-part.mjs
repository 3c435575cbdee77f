import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { root } from './paths.mjs'

process.env.NODE_ENV_ELECTRON_VITE = 'production'

/** @param {string} part @param {(entry: string) => boolean} [takes] @param {boolean} [emptyOutDir] */
async function buildEntries(part, takes, emptyOutDir) {
  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production')
  const options = config?.[part]
  if (takes !== undefined) {
    const entries = Object.entries(options.build.rolldownOptions.input)
    options.build.rolldownOptions.input = Object.fromEntries(entries.filter(([name]) => takes(name)))
    options.build.emptyOutDir = emptyOutDir
  }
  await build(options)
}

// One part at a time: the command line needs no renderer, and must not wait for one.
const part = process.argv[2]
if (part === 'main') {
  // The host apart: in one build with the desk it shares a file that brings all of the desk's rules, and the window waits for the host.
  await buildEntries(part, (entry) => entry !== 'host', true)
  await buildEntries(part, (entry) => entry === 'host', false)
} else {
  await buildEntries(part)
}
