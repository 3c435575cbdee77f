export { DirectiveDetail, useDirectiveColumns } from './directive-columns'
export { templateName, useMessageColumns } from './message-columns'
export { messageState } from './states'
