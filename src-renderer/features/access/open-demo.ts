import { useDeskCommand, type DeskCommand } from '@/app/bridge/commands'
import { currentLanguage } from '@/app/i18n'
import { workspaceSwitched } from '@/app/session/lock'

/** Makes the demo on first use, opens it, and signs in as its admin (DSK-08). */
export function useOpenDemo(): { open: () => void; command: DeskCommand<'workspace.open_demo'> } {
  const command = useDeskCommand('workspace.open_demo', { onDone: workspaceSwitched })
  return { command, open: () => void command.run({ language: currentLanguage() }) }
}
