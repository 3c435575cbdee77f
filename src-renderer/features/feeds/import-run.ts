import { create } from 'zustand'
import type { FeedKind, FilePreview, ImportResult } from '@contract/feeds'
import type { Progress } from '@contract/wire'
import { callDesk, newCommandId } from '@/app/bridge/call'
import { asFailure, type CallFailure } from '@/app/bridge/failure'
import { useLock } from '@/app/session/lock'

export interface ChosenFile {
  path: string
  /** Null: taken from the file's name. */
  kind: FeedKind | null
}

export type Stage =
  | { name: 'choose' }
  /** Files are there, nothing has read them yet. */
  | { name: 'chosen' }
  | { name: 'previewing'; progress: Progress | null }
  | { name: 'preview'; files: readonly FilePreview[] }
  | { name: 'importing'; progress: Progress | null }
  | { name: 'done'; result: ImportResult }
  | { name: 'failed'; at: 'preview' | 'import'; failure: CallFailure }

interface ImportRun {
  files: readonly ChosenFile[]
  allOrNothing: boolean
  stage: Stage
}

const START: ImportRun = { files: [], allOrNothing: false, stage: { name: 'choose' } }

/** One import from choosing to report. It goes on while other screens are looked at. */
export const useImportRun = create<ImportRun>(() => START)

let abort: AbortController | null = null

/** Stops what runs; its answer is no longer waited for. */
function freshSignal(): AbortSignal {
  abort?.abort()
  abort = new AbortController()
  return abort.signal
}

/** Dropped or chosen files take the place of the ones before. False while an import runs. */
export function takeFiles(paths: readonly string[]): boolean {
  if (useImportRun.getState().stage.name === 'importing') return false
  abort?.abort()
  useImportRun.setState({ files: [...new Set(paths)].map((path) => ({ path, kind: null })), stage: { name: 'chosen' } })
  return true
}

export function addFiles(paths: readonly string[]): void {
  takeFiles([...useImportRun.getState().files.map(({ path }) => path), ...paths])
}

export function setKind(path: string, kind: FeedKind | null): void {
  abort?.abort()
  useImportRun.setState(({ files }) => ({ files: files.map((file) => (file.path === path ? { path, kind } : file)), stage: { name: 'chosen' } }))
}

export function removeFile(path: string): void {
  abort?.abort()
  useImportRun.setState(({ files }) => {
    const rest = files.filter((file) => file.path !== path)
    return { files: rest, stage: { name: rest.length === 0 ? 'choose' : 'chosen' } }
  })
}

export function setAllOrNothing(allOrNothing: boolean): void {
  useImportRun.setState({ allOrNothing })
}

export function letGo(): void {
  abort?.abort()
  useImportRun.setState(START)
}

export function cancel(): void {
  abort?.abort()
  if (useImportRun.getState().stage.name === 'previewing') useImportRun.setState({ stage: { name: 'choose' }, files: [] })
}

/** FED-05: reads everything, writes nothing. */
export async function preview(): Promise<void> {
  const signal = freshSignal()
  const { files } = useImportRun.getState()
  useImportRun.setState({ stage: { name: 'previewing', progress: null } })
  const onProgress = (progress: Progress): void => {
    if (!signal.aborted) useImportRun.setState({ stage: { name: 'previewing', progress } })
  }
  try {
    const answer = await callDesk('feeds.preview', { files: files.map((file) => ({ ...file })) }, { onProgress, signal })
    if (!signal.aborted) useImportRun.setState({ stage: { name: 'preview', files: answer.files } })
  } catch (thrown) {
    if (!signal.aborted) useImportRun.setState({ stage: { name: 'failed', at: 'preview', failure: asFailure(thrown) } })
  }
}

/** Takes the files. Cancelling keeps what was already taken, unless all or nothing was asked for. */
export async function startImport(): Promise<void> {
  const signal = freshSignal()
  const { files, allOrNothing } = useImportRun.getState()
  useImportRun.setState({ stage: { name: 'importing', progress: null } })
  const onProgress = (progress: Progress): void => {
    if (useImportRun.getState().stage.name === 'importing') useImportRun.setState({ stage: { name: 'importing', progress } })
  }
  try {
    const result = await callDesk(
      'feeds.import',
      { files: files.map((file) => ({ ...file })), allOrNothing },
      { commandId: newCommandId(), onProgress, signal },
    )
    useImportRun.setState({ stage: { name: 'done', result } })
  } catch (thrown) {
    useImportRun.setState({ stage: { name: 'failed', at: 'import', failure: asFailure(thrown) } })
  }
}

// Nobody else's file names and rows stay behind a locked window; an import that runs goes on in the desk.
useLock.subscribe(({ ground }) => {
  if (ground !== null && useImportRun.getState().stage.name !== 'importing') letGo()
})
