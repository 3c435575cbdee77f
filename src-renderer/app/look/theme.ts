import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type ModalProps } from '@mantine/core'
import type { ActionIcon, Button, Checkbox, Drawer, Input, InputWrapper, Menu, Popover, SegmentedControl, Tabs, Tooltip } from '@mantine/core'
import i18next from 'i18next'
import { DARK, LIGHT, type Tokens } from './tokens'

const accent: MantineColorsTuple = ['#EEF1FD', '#E6EAFB', '#C3CDF4', '#A3B4FF', '#6F86E4', '#4D68D8', '#3D57C8', '#3349B0', '#2A3D95', '#222A45']
const bad: MantineColorsTuple = ['#FCEBE9', '#F8D5D2', '#F2B3AE', '#FF958D', '#E8645B', '#CE3A32', '#B4231C', '#971B15', '#7A1611', '#3B2121']
const gray: MantineColorsTuple = ['#F7F8FA', '#F4F5F7', '#EBEDF1', '#E1E4EA', '#CBD0DA', '#8A94A6', '#5F6877', '#4A5160', '#2F3440', '#1B1E25']
const dark: MantineColorsTuple = ['#E7E9ED', '#B6BCC7', '#949CAA', '#717B8C', '#3B414C', '#2B3038', '#1A1D22', '#16191D', '#14161A', '#101216']

/** Only the types: the components themselves come with the screens that use them. */
type Extended<C extends { extend: (input: never) => unknown }> = Parameters<C['extend']>[0]

/** Mantine at the desk's size: 28 px controls, 12 and 13 px text. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, bad, gray, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.6875rem', sm: '0.75rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.25rem' },
  lineHeights: { xs: '0.9375rem', sm: '1.0625rem', md: '1.1875rem', lg: '1.3125rem', xl: '1.625rem' },
  spacing: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '10px', xl: '12px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '0.9375rem', lineHeight: '1.3125rem' },
      h2: { fontSize: '0.8125rem', lineHeight: '1.1875rem' },
      h3: { fontSize: '0.75rem', lineHeight: '1.0625rem' },
    },
  },
  components: {
    Button: {
      defaultProps: { size: 'xs', variant: 'default' },
      vars: () => ({ root: { '--button-height': '1.75rem', '--button-padding-x': '0.625rem', '--button-fz': '0.75rem' } }),
    } satisfies Extended<typeof Button>,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' }, vars: () => ({ root: { '--ai-size': '1.75rem' } }) } satisfies Extended<
      typeof ActionIcon
    >,
    Input: {
      defaultProps: { size: 'xs' },
      vars: () => ({ wrapper: { '--input-height': '1.75rem', '--input-fz': '0.75rem', '--input-padding-y': '0.25rem' } }),
    } satisfies Extended<typeof Input>,
    InputWrapper: {
      defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({
        label: { '--input-label-size': '0.75rem', '--input-asterisk-color': 'var(--r-text-3)' },
        error: { '--input-error-size': '0.75rem' },
        description: { '--input-description-size': '0.75rem' },
        success: { '--input-success-size': '0.75rem' },
      }),
    } satisfies Extended<typeof InputWrapper>,
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } } satisfies Extended<typeof Checkbox>,
    // A function, so that the close button is named in the language of the moment.
    Modal: {
      defaultProps: (): Partial<ModalProps> => ({
        centered: true,
        radius: 'md',
        padding: 'xl',
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': i18next.t('common:close') },
      }),
    },
    Drawer: {
      defaultProps: { position: 'right', padding: 0, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.25 } },
    } satisfies Extended<typeof Drawer>,
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 0 }, withinPortal: true, multiline: true, maw: 320 } } satisfies Extended<
      typeof Tooltip
    >,
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } } satisfies Extended<typeof Popover>,
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } } satisfies Extended<typeof Menu>,
    Tabs: { defaultProps: { keepMounted: false } } satisfies Extended<typeof Tabs>,
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } } satisfies Extended<typeof SegmentedControl>,
  },
})

function kebab(name: string): string {
  return name.replace(/([A-Z0-9])/g, '-$1').toLowerCase()
}

function variables(t: Tokens, fill: string): Record<string, string> {
  const own = Object.fromEntries(Object.entries(t).map(([name, value]) => [`--r-${kebab(name)}`, value as string]))
  return {
    ...own,
    '--mantine-color-body': t.panel,
    '--mantine-color-text': t.text1,
    '--mantine-color-bright': t.text1,
    '--mantine-color-dimmed': t.text3,
    '--mantine-color-placeholder': t.text3,
    '--mantine-color-error': t.bad,
    '--mantine-color-anchor': t.accent,
    '--mantine-color-default': t.panel,
    '--mantine-color-default-hover': t.hover,
    '--mantine-color-default-color': t.text1,
    '--mantine-color-default-border': t.strong,
    '--mantine-color-disabled': t.rail,
    '--mantine-color-disabled-color': t.text3,
    '--mantine-color-disabled-border': t.strong,
    '--mantine-primary-color-filled': fill,
    '--mantine-primary-color-filled-hover': t.fillHover,
    '--mantine-primary-color-light': t.accentSoft,
    '--mantine-primary-color-light-hover': t.accentSoft,
    '--mantine-primary-color-light-color': t.accent,
    '--mantine-color-accent-text': t.accent,
    '--mantine-color-accent-filled': fill,
    '--mantine-color-accent-filled-hover': t.fillHover,
    '--mantine-color-accent-outline': t.accent,
    '--mantine-color-accent-light': t.accentSoft,
    '--mantine-color-accent-light-hover': t.accentSoft,
    '--mantine-color-accent-light-color': t.accent,
    '--mantine-color-bad-text': t.bad,
    '--mantine-color-bad-filled': t.badFill,
    '--mantine-color-bad-outline': t.bad,
    '--mantine-color-bad-outline-hover': t.badSoft,
    '--mantine-color-bad-light': t.badSoft,
    '--mantine-color-bad-light-hover': t.badSoft,
    '--mantine-color-bad-light-color': t.bad,
    '--mantine-color-gray-text': t.text2,
    '--mantine-color-gray-outline': t.text2,
    '--mantine-color-gray-light': t.rail,
    '--mantine-color-gray-light-hover': t.hover,
    '--mantine-color-gray-light-color': t.text2,
  }
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(LIGHT, LIGHT.fill),
  dark: variables(DARK, DARK.fill),
})
