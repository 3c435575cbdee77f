import { access, mkdir, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable-file'
import type { Delivery, Transport } from './transport'

/** MSG-02: a folder of `.eml` files for another program to pick up; handing over = written and synced. */
export function folderTransport(folder: string): Transport {
  let prepared: Promise<void> | null = null
  const prepare = (): Promise<void> => (prepared ??= makeReady(folder))

  return {
    name: 'folder',
    async deliver(message, signal): Promise<Delivery> {
      if (signal.aborted) return { outcome: 'temporary', code: 'stopped', enhanced: null, scope: 'transport' }
      const file = join(folder, `${message.id}.eml`)
      let renamed = false
      try {
        await prepare()
        if (await exists(file)) return { outcome: 'handed', code: 'already_there' }
        await writeDurably(file, `.${message.id}.tmp`, message.raw)
        renamed = true
        return { outcome: 'handed', code: 'written' }
      } catch (thrown) {
        prepared = null
        // Renamed but not synced: it may survive a power cut or not.
        if (renamed || (await exists(file))) return { outcome: 'unknown', code: 'not_synced' }
        return { outcome: 'temporary', code: fileProblem(thrown), enhanced: null, scope: 'transport' }
      }
    },
    async check() {
      try {
        await makeReady(folder)
        return null
      } catch (thrown) {
        return fileProblem(thrown)
      }
    },
    rest: () => Promise.resolve(),
  }
}

async function makeReady(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // What a crash left half written holds personal data and would never be picked up.
  for (const name of await readdir(folder)) if (/^\.[0-9a-f-]{36}\.tmp$/.test(name)) await unlink(join(folder, name))
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** `folder_enospc`, `folder_eacces` … */
function fileProblem(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code
  return typeof code === 'string' ? `folder_${code.toLowerCase()}` : 'folder_failed'
}
