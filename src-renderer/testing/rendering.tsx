import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, vi } from 'vitest'
import type { Role } from '@contract/define'
import type { Input, OperationName, Output } from '@contract/index'
import type { CallError } from '@contract/wire'
import { startI18n } from '@/app/i18n'
import { go } from '@/app/routes/use-route'
import { SessionContext } from '@/app/session/session'
import { useKeyListener } from '@/app/shortcuts/key-listener'

export type Answers = { [K in OperationName]?: ((input: Input<K>) => Output<K>) | CallError }

export interface Rendered {
  text: () => string
  find: (selector: string) => HTMLElement
  all: (selector: string) => HTMLElement[]
  button: (label: string | RegExp) => HTMLButtonElement
  click: (element: HTMLElement) => Promise<void>
  press: (key: string, init?: KeyboardEventInit) => Promise<void>
  /** From now on the desk answers so. */
  answer: <K extends OperationName>(op: K, answer: NonNullable<Answers[K]>) => void
  /** Asks everything on screen anew, as when the desk says that it changed. */
  refetch: () => Promise<void>
  /** The same place with other content. */
  rerender: (element: ReactElement) => Promise<void>
  /** Lets time pass: what waits for the last key. */
  wait: (ms: number) => Promise<void>
  /** Every call the window made, oldest first. */
  calls: { op: string; input: unknown }[]
}

const isError = (answer: unknown): answer is CallError => typeof answer === 'object' && answer !== null && 'kind' in answer
const pause = (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, 15)))

let unmount: (() => void) | null = null
afterEach(() => {
  unmount?.()
  unmount = null
  document.body.replaceChildren()
  go({ screen: 'today' })
})

/** A wide window in which things have a size; happy-dom lays nothing out, and a virtual list draws only what fits. */
function giveRoom(): void {
  for (const [name, value] of [
    ['offsetHeight', 800],
    ['offsetWidth', 1440],
    ['clientHeight', 800],
    ['clientWidth', 1440],
  ] as const) {
    Object.defineProperty(window.HTMLElement.prototype, name, { configurable: true, get: () => value })
  }
  const media = window.matchMedia
  window.matchMedia = (query) => Object.assign(media(query), { matches: Number(/min-width: (\d+)px/.exec(query)?.[1] ?? Infinity) <= 1440 })
  if (document.fonts === undefined)
    Object.defineProperty(document, 'fonts', {
      configurable: true,
      value: { addEventListener: () => {}, removeEventListener: () => {}, ready: Promise.resolve() },
    })
}

function Keys({ children }: { children: ReactElement }): ReactElement {
  useKeyListener()
  return children
}

/** Renders as the frame does, over a desk that answers as given; anything else it is asked is a fault. */
export async function render(element: ReactElement, answers: Answers, roles: Role[] = ['admin', 'support']): Promise<Rendered> {
  unmount?.()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const calls: { op: string; input: unknown }[] = []
  const replaced: Answers = {}
  window.reeve = {
    platform: 'linux',
    preferences: {},
    pathOf: () => '',
    subscribe: () => () => {},
    host: () => Promise.resolve(null as never),
    call: (op, input) => {
      calls.push({ op, input })
      const answer = replaced[op] ?? answers[op]
      if (typeof answer === 'function') return Promise.resolve({ ok: true, value: (answer as (given: unknown) => never)(input) })
      return Promise.resolve({ ok: false, error: isError(answer) ? answer : { kind: 'fault', code: 'not_answered', params: { op } } })
    },
  }
  await startI18n()
  const root = document.createElement('div')
  giveRoom()
  document.body.append(root)
  const session = {
    operatorId: '00000000-0000-7000-8000-000000000001',
    name: 'Ada',
    shortName: 'ada',
    roles,
    language: 'en' as const,
    idleMinutes: 10,
  }
  const mounted = createRoot(root)
  unmount = () => act(() => mounted.unmount())
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  /** Until nothing is asked any more. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0, rounds = 0; quiet < 2 && rounds < 60; rounds += 1) {
      await pause()
      quiet = client.isFetching() === 0 ? quiet + 1 : 0
    }
  }
  const draw = async (shown: ReactElement): Promise<void> => {
    await act(async () =>
      mounted.render(
        <MantineProvider env="test">
          <QueryClientProvider client={client}>
            <SessionContext value={session}>
              <Keys>{shown}</Keys>
            </SessionContext>
          </QueryClientProvider>
        </MantineProvider>,
      ),
    )
    await settle()
  }
  await draw(element)
  const all = (selector: string): HTMLElement[] => [...document.body.querySelectorAll<HTMLElement>(selector)]
  const matches = (button: HTMLElement, label: string | RegExp): boolean => {
    const name = button.getAttribute('aria-label') ?? button.textContent
    return typeof label === 'string' ? name.includes(label) : label.test(name)
  }
  return {
    calls,
    all,
    text: () => {
      const copy = document.body.cloneNode(true) as HTMLElement
      for (const style of copy.querySelectorAll('style')) style.remove()
      return copy.textContent
    },
    find: (selector) => {
      const found = document.body.querySelector<HTMLElement>(selector)
      if (found === null) throw new Error(`nothing matches ${selector}`)
      return found
    },
    button: (label) => {
      const found = all('button').find((button) => matches(button, label))
      if (found === undefined) throw new Error(`no button ${String(label)}`)
      return found as HTMLButtonElement
    },
    answer: (op, answer) => void Object.assign(replaced, { [op]: answer }),
    refetch: async () => {
      await act(async () => client.invalidateQueries())
      await settle()
    },
    rerender: draw,
    wait: async (ms) => {
      await act(async () => new Promise((resolve) => setTimeout(resolve, ms)))
      await settle()
    },
    click: async (target) => {
      await act(async () => target.click())
      await settle()
    },
    press: async (key, init = {}) => {
      await act(async () => void window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })))
      await settle()
    },
  }
}
