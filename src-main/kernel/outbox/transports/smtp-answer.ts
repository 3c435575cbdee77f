import type { Delivery } from './transport'

/**
 * How far a hand-over had come: `session` = connecting, TLS, signing in; `message` = envelope, and data not yet complete;
 * `offered` = the end of the data may be on the wire.
 */
export type Stage = 'session' | 'message' | 'offered'

interface SmtpError {
  code?: unknown
  originalCode?: unknown
  response?: unknown
  responseCode?: unknown
}

/**
 * MSG-01, MSG-03: what an error means for the message. A reply of the server decides wherever there is one. Without one, nothing is
 * known once the message was offered whole. A refused session is no fault of the message: it stays temporary.
 */
export function readError(thrown: unknown, stage: Stage): Exclude<Delivery, { outcome: 'handed' }> {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as SmtpError
  const reply = typeof error.responseCode === 'number' && error.responseCode >= 400 && error.responseCode <= 599 ? error.responseCode : null
  if (reply !== null) {
    const enhanced = typeof error.response === 'string' ? (/^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(error.response)?.[1] ?? null) : null
    // 421 ends the session, whatever it answers.
    const scope = stage === 'session' || reply === 421 ? 'transport' : 'message'
    return { outcome: reply >= 500 && stage !== 'session' ? 'permanent' : 'temporary', code: String(reply), enhanced, scope }
  }
  const code = token(error)
  if (stage === 'offered') return { outcome: 'unknown', code }
  // Refused by our own side before anything was sent: the address can't be written into the envelope.
  if (error.code === 'EENVELOPE') return { outcome: 'permanent', code: 'address_unusable', enhanced: null, scope: 'message' }
  return { outcome: 'temporary', code, enhanced: null, scope: 'transport' }
}

const TOKENS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ECONNECTION: 'connection_lost',
  ETIMEDOUT: 'timeout',
  EDNS: 'host_not_found',
  ENOTFOUND: 'host_not_found',
  ETLS: 'tls_failed',
  EAUTH: 'sign_in_failed',
  EMESSAGE: 'answer_unreadable',
  EPROTOCOL: 'answer_unreadable',
  ABORT_ERR: 'stopped',
  PASSWORD_MISSING: 'password_missing',
  ENETUNREACH: 'network_unreachable',
  EHOSTUNREACH: 'network_unreachable',
}

function token({ code, originalCode }: SmtpError): string {
  for (const candidate of [originalCode, code]) {
    if (typeof candidate !== 'string') continue
    const known = TOKENS[candidate]
    if (known !== undefined) return known
    if (/^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL|HOSTNAME_MISMATCH)/.test(candidate)) return 'certificate_refused'
  }
  return code === 'ESOCKET' ? 'connection_lost' : 'mail_failed'
}
