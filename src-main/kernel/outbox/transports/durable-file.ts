import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that after a power cut it is there whole or not at all: temporary name, fsync, rename, fsync of the folder.
 * Readable by its owner only. `temporary` must be unique per writer and is never picked up: it starts with a dot.
 * @throws the system's error, with nothing left under `file`
 */
export async function writeDurably(file: string, temporary: string, content: Buffer | string): Promise<void> {
  const folder = dirname(file)
  const draft = join(folder, temporary)
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (thrown) {
    await unlink(draft).catch(() => undefined)
    throw thrown
  }
  await syncFolder(folder)
}

/** Windows can't sync a folder and doesn't need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
