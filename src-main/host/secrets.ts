import { readSmallFile, writeSmallFile } from './small-file'

/** Electron's safeStorage, as far as it is used. */
export interface Cipher {
  /** False where the system keeps no key for us (headless, no keyring): then nothing is written. */
  isUsable(): boolean
  encrypt(text: string): Buffer
  decrypt(bytes: Buffer): string
}

export interface Secrets {
  all(): ReadonlyMap<string, string>
  set(name: string, value: string | null): void
}

/** Secrets of the desk (the SMTP password): on disk only encrypted by the system's key, else in memory until the app ends. */
export function openSecrets(path: string, cipher: Cipher): Secrets {
  const known = new Map<string, string>()
  if (cipher.isUsable()) {
    for (const [name, sealed] of Object.entries(readSmallFile(path) ?? {})) {
      const value = opened(cipher, sealed)
      if (value !== null) known.set(name, value)
    }
  }
  return {
    all: () => known,
    set: (name, value) => {
      if (value === null) known.delete(name)
      else known.set(name, value)
      if (cipher.isUsable()) writeSmallFile(path, Object.fromEntries([...known].map(([key, text]) => [key, cipher.encrypt(text).toString('base64')])))
      else if (value === null && readSmallFile(path) !== null) writeSmallFile(path, {})
    },
  }
}

/** Null when another user or another machine sealed it: it is asked for again. */
function opened(cipher: Cipher, sealed: unknown): string | null {
  try {
    return typeof sealed === 'string' ? cipher.decrypt(Buffer.from(sealed, 'base64')) : null
  } catch {
    return null
  }
}
