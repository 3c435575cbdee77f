export { once } from './answers'
export { command, long, query, type CommandContext, type Handler, type Handlers, type LongContext, type QueryContext } from './handler'
export { authorise, operationNamed, parseInput, serve, type Answer, type CallOptions } from './serve'
