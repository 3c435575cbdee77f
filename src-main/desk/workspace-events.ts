import { defineEvent, field } from '@kernel/journal/index'

/** The journal's first entry: what kind of workspace this is, for good. */
export const workspaceCreated = defineEvent({
  kind: 'workspace.created',
  body: { simulation: field.flag, demo: field.flag },
})
