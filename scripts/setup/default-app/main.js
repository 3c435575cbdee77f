// What `electron PATH` runs when the Electron at hand carries no default app (see ../electron.mjs). Development and tests only.
const { app, dialog } = require('electron')
const { existsSync, readFileSync, statSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

const given = process.argv.slice(1)
const preloaded = []
let target = null
for (let index = 0; index < given.length; index += 1) {
  const word = given[index]
  if (word === '-v' || word === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (word === '-r' || word === '--require') {
    index += 1
    preloaded.push(given[index])
  } else if (!word.startsWith('-')) {
    target = word
    break
  }
}

for (const file of preloaded) Module._load(file, Module, true)

if (target === null) {
  console.error('Usage: electron PATH')
  process.exit(1)
}

function mainOf(folder) {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) return path.join(folder, 'index.js')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  if (manifest.productName || manifest.name) app.setName(manifest.productName || manifest.name)
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
  app.setAppPath(folder)
  return path.join(folder, manifest.main || 'index.js')
}

try {
  const whole = path.resolve(target)
  const main = statSync(whole).isDirectory() ? mainOf(whole) : whole
  Module._load(Module._resolveFilename(main, module, true), Module, true)
} catch (error) {
  console.error(error.stack || error)
  if (!process.env.CI) dialog.showErrorBox('Reeve could not be started', String(error.stack || error))
  process.exit(1)
}
