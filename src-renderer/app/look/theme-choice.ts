import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'
import { bridge } from '@/app/bridge/bridge'
import { recall, remember } from '@/app/remembered'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const isChoice = (value: unknown): value is ThemeChoice => THEME_CHOICES.includes(value as ThemeChoice)

export function toChoice(scheme: MantineColorScheme): ThemeChoice {
  return scheme === 'auto' ? 'system' : scheme
}

export function toScheme(choice: ThemeChoice): MantineColorScheme {
  return choice === 'system' ? 'auto' : choice
}

function tellHost(choice: ThemeChoice): void {
  void bridge().host('host.set_theme', { theme: choice })
}

/** Keeps the choice, and tells the host so that native menus and dialogs follow. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: () => {
    const choice = recall('theme', 'system', isChoice)
    tellHost(choice)
    return toScheme(choice)
  },
  set: (scheme) => {
    remember('theme', toChoice(scheme))
    tellHost(toChoice(scheme))
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => remember('theme', 'system'),
}
