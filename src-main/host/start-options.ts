import { join, resolve } from 'node:path'

export interface StartOptions {
  /** Absolute. */
  readonly folder: string
  /** Beside it, so that deleting the demo never comes near the workspace. */
  readonly demoFolder: string
  readonly demo: boolean
}

/** `--workspace DIR`, else REEVE_WORKSPACE, else `workspace` in the system's place for the app's data. */
export function startOptions(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  appData: string,
): StartOptions {
  const folder = resolve(valueOf('--workspace', parameters) ?? environment['REEVE_WORKSPACE'] ?? join(appData, 'workspace'))
  return { folder, demoFolder: `${folder}-demo`, demo: parameters.includes('--demo') }
}

function valueOf(name: string, parameters: readonly string[]): string | undefined {
  const joined = parameters.find((parameter) => parameter.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const index = parameters.indexOf(name)
  return index < 0 ? undefined : parameters[index + 1]
}
