/** `Annika Bergström` as `annika`; empty when nothing usable is there yet. */
export function suggestShortName(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? ''
  const usable = first
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}._-]/gu, '')
    .slice(0, 32)
  return [...usable].length >= 2 ? usable : ''
}
