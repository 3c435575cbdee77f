import { useEffect, useRef, type RefObject } from 'react'

/**
 * REV-08: tells once per look when a part has been on screen from its first line to its last, be it one after the other: a consent text may
 * be longer than the window. Null: nothing to tell.
 */
export function useWholeOnScreen<E extends HTMLElement>(onSeen: (() => void) | null): RefObject<E | null> {
  const element = useRef<E>(null)
  const told = useRef(onSeen)
  told.current = onSeen
  const watched = onSeen !== null
  useEffect(() => {
    const part = element.current
    if (part === null || !watched) return
    let [top, bottom] = [false, false]
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, boundingClientRect: own, intersectionRect: shown } of entries) {
          if (!isIntersecting) continue
          top ||= shown.top <= own.top + 1
          bottom ||= shown.bottom >= own.bottom - 1
        }
        if (!top || !bottom) return
        observer.disconnect()
        told.current?.()
      },
      { threshold: [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] },
    )
    observer.observe(part)
    return () => observer.disconnect()
  }, [watched])
  return element
}
