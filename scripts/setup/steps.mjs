import { sqliteBinding } from './binding.mjs'
import { build } from './build.mjs'
import { dependencies } from './dependencies.mjs'
import { electron } from './electron.mjs'
import { compiler, windowLibraries } from './libraries.mjs'

/** For what runs in Node alone: the command line. */
export const forDesk = [dependencies, compiler, sqliteBinding, build('main')]

/** For what opens a window. Electron before the binding: its Node-API decides which binding is needed. */
export const forApp = [dependencies, windowLibraries, electron, compiler, sqliteBinding, build('main'), build('preload'), build('renderer')]

/** As forApp, without the build: for the development server, which builds by itself. */
export const forDevelopment = [dependencies, windowLibraries, electron, compiler, sqliteBinding]
