export { command, long, query, type CommandContext, type Handler, type Handlers, type LongContext, type QueryContext } from './handler'
export { authorise, parseInput, serve, type Answer, type CallOptions } from './serve'
