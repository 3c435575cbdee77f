import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { root } from './paths.mjs'

// One part at a time: the command line needs no renderer, and must not wait for one.
const part = process.argv[2]
process.env.NODE_ENV_ELECTRON_VITE = 'production'
const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production')
await build(config?.[part])
