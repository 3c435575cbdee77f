import * as z from 'zod'

const address = z.string().min(1).max(20_000)
const shortText = z.string().min(1).max(300)

/** What the host (Electron main) answers itself: windows, dialogs, zoom. It knows no domain. */
export const hostContract = {
  /** File dialog for feeds; empty when cancelled. */
  'host.choose_files': z.object({ title: z.string().max(200), extensions: z.array(z.string().max(10)).max(10) }).strict(),
  /** Save dialog; null when cancelled. */
  'host.choose_save': z.object({ title: z.string().max(200), suggested: z.string().max(200), extension: z.string().max(10) }).strict(),
  /** A list the person exports: asks where to, and writes it there. Null when cancelled. */
  'host.save_text': z
    .object({ title: z.string().max(200), suggested: z.string().max(200), extension: z.string().max(10), text: z.string().max(100_000_000) })
    .strict(),
  'host.set_theme': z.object({ theme: z.enum(['system', 'light', 'dark']) }).strict(),
  'host.set_zoom': z.object({ factor: z.number().min(0.5).max(2) }).strict(),
  /** Menu labels in the person's language, and shortcuts from the one registry. */
  'host.set_menu': z
    .object({
      groups: z
        .array(
          z
            .object({
              label: z.string().max(100),
              items: z.array(z.object({ id: z.string().max(100), label: z.string().max(100), keys: z.string().max(40).nullable() }).strict()).max(60),
            })
            .strict(),
        )
        .max(12),
    })
    .strict(),
  /** Shows the workspace folder in the system's file manager. */
  'host.show_folder': z.object({}).strict(),
  /**
   * REV-04: asks in a dialog of the system whether to open this address outside. The host writes the address itself; the words come in the
   * person's language. False: declined, not https, or with sign-in data in it.
   */
  'host.confirm_external': z.object({ url: address, question: shortText, open: shortText, cancel: shortText }).strict(),
  /** REV-04: in the system's browser; only what was just confirmed in this window, and once. False: it was not, or no browser took it. */
  'host.open_external': z.object({ url: address }).strict(),
  /** Keeps what a person arranged on this workstation (column widths, pane sizes, theme); the window itself stores nothing. */
  'host.remember': z.object({ key: z.string().min(1).max(100), value: z.string().max(20_000) }).strict(),
} as const

export interface HostOutput {
  'host.choose_files': string[]
  'host.choose_save': string | null
  /** The path written to. */
  'host.save_text': string | null
  'host.set_theme': null
  'host.set_zoom': null
  'host.set_menu': null
  'host.show_folder': null
  'host.confirm_external': boolean
  'host.open_external': boolean
  'host.remember': null
}
export type HostOperation = keyof typeof hostContract
export type HostInput<K extends HostOperation> = z.input<(typeof hostContract)[K]>
