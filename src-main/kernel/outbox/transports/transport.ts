/** One message as it goes out: complete, with headers, CRLF line ends. */
export interface RenderedMessage {
  /** Internal uuid; names the pick-up file. */
  readonly id: string
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly raw: Buffer
}

/**
 * What came of handing one message over (MSG-01). `code` is the server's reply code or a stable token, never a text that could be
 * personal. `scope` tells whose fault it was: the message's, or the way to the mail system, which will meet the next message too.
 */
export type Delivery =
  | { readonly outcome: 'handed'; readonly code: string }
  | { readonly outcome: 'temporary' | 'permanent'; readonly code: string; readonly enhanced: string | null; readonly scope: 'message' | 'transport' }
  /** The message was offered whole and no answer came: it may or may not have been taken. */
  | { readonly outcome: 'unknown'; readonly code: string }

export interface Transport {
  readonly name: 'smtp' | 'folder'
  /** Never throws. Stops before the message is offered when `signal` aborts. */
  deliver(message: RenderedMessage, signal: AbortSignal): Promise<Delivery>
  /** Connects and signs in, sends nothing. Null: all well; else a code as in Delivery. */
  check(signal: AbortSignal): Promise<string | null>
  /** After a batch: ends the connection politely. */
  rest(): Promise<void>
}

/** A problem as shown and stored: "550 5.1.1", "connection_refused". */
export function problemOf(delivery: Exclude<Delivery, { outcome: 'handed' }>): string {
  return delivery.outcome === 'unknown' || delivery.enhanced === null ? delivery.code : `${delivery.code} ${delivery.enhanced}`
}
