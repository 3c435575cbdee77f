import { describe, expect, it } from 'vitest'
import { startOptions } from './start-options'

describe('which workspace the app opens', () => {
  it('takes the folder named on the command line before any other', () => {
    const options = startOptions(['electron', '.', '--workspace', '/data/acme'], { REEVE_WORKSPACE: '/elsewhere' }, '/home/app')
    expect(options).toEqual({ folder: '/data/acme', demoFolder: '/data/acme-demo', demo: false })
    expect(startOptions(['--workspace=/data/b'], {}, '/home/app').folder).toBe('/data/b')
  })

  it('then the environment’s, then the system’s place', () => {
    expect(startOptions(['--demo'], { REEVE_WORKSPACE: '/env' }, '/home/app')).toEqual({ folder: '/env', demoFolder: '/env-demo', demo: true })
    expect(startOptions([], {}, '/home/app').folder).toBe('/home/app/workspace')
  })
})
