export { DirectiveDetail, useDirectiveColumns } from './directive-columns'
export { useMessageColumns } from './message-columns'
export { problemInWords } from './problem-words'
