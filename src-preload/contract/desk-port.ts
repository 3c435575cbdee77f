/** What the host and the desk process tell each other. The windows' own traffic (wire.ts) goes past the host, over a MessagePort each. */

export type ToDeskProcess =
  /** First message, once. Folders are absolute; the locale is the system's (BCP 47). `secretsKept`: the system has a keychain. */
  | { type: 'start'; folder: string; demoFolder: string; version: string; locale: string; secretsKept: boolean }
  /** Carries the desk's end of that window's MessagePort in `ports[0]`. The same id again replaces the port (reload). */
  | { type: 'window'; id: number }
  | { type: 'power'; what: 'resume' | 'suspend' | 'lock' }
  /** A secret kept for the desk; told before the first window. Null: none is kept, ask for it. */
  | { type: 'secret'; name: string; value: string | null }
  /** Finish what is under way, close the database, answer `quitted`. */
  | { type: 'quit' }

export type FromDeskProcess =
  | { type: 'ready' }
  /** Null forgets it. Kept encrypted where the system can, else only until the app ends. */
  | { type: 'store-secret'; name: string; value: string | null }
  | { type: 'quitted' }
  /** How much waits for a person; shown on the app's icon where the system has that. */
  | { type: 'notify'; count: number }
