import { create } from 'zustand'

interface Chosen {
  /** Paths dropped or chosen for the next import; a new choice is a new array. */
  paths: readonly string[]
}

/** Files on their way to the import screen, from a drop anywhere or its own dialog. */
export const useChosenFiles = create<Chosen>(() => ({ paths: [] }))

export function takeFiles(paths: readonly string[]): void {
  useChosenFiles.setState({ paths: [...new Set(paths)] })
}

export function letFilesGo(): void {
  useChosenFiles.setState({ paths: [] })
}
