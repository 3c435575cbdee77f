import { join } from 'node:path'
import { utilityProcess, type MessagePortMain } from 'electron'
import type { FromDeskProcess } from '@contract/desk-port'
import type { DeskProcess } from './desk-supervisor'

export function forkDesk(): DeskProcess<MessagePortMain> {
  const child = utilityProcess.fork(join(__dirname, 'desk.js'), [], { serviceName: 'Reeve desk', stdio: 'inherit' })
  return {
    post: (message, ports) => child.postMessage(message, ports),
    onMessage: (listener) => void child.on('message', (message: FromDeskProcess) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
