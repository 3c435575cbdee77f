/** The same few are asked again and again: `judge` is asked once each. Emptied when `most` are kept, so that a hostile feed fills no memory. */
export function remembering<T>(most: number, judge: (asked: string) => T): (asked: string) => T {
  const kept = new Map<string, T>()
  return (asked) => {
    if (kept.has(asked)) return kept.get(asked) as T
    const answer = judge(asked)
    if (kept.size >= most) kept.clear()
    kept.set(asked, answer)
    return answer
  }
}
