export { DirectiveDetail, useDirectiveColumns } from './directive-columns'
export { templateName, useMessageColumns } from './message-columns'
export { problemInWords } from './problem-words'
export { messageState } from './states'
