import * as z from 'zod'
import type { ReadDb } from '../database'
import { defineEvent, field, record } from '../journal'
import { Refusal } from '../refusal'
import { WORKSPACE_ENTITY } from '../scheduler/events'
import { readSetting, writeSetting } from '../settings/store'
import type { Unit } from '../unit'

const SECURITIES = ['none', 'starttls', 'tls'] as const
const TRANSPORTS = ['none', 'folder', 'smtp'] as const

/** MSG-02. The password is no part of it: it never enters the database. */
export interface MailRoute {
  readonly transport: (typeof TRANSPORTS)[number]
  readonly host: string | null
  readonly port: number | null
  readonly security: (typeof SECURITIES)[number]
  readonly user: string | null
  /** The sender's address. */
  readonly from: string
  /** The platform's company: the sender's name, and who signs. */
  readonly company: string
}

/** `.invalid` can be nobody's domain (RFC 2606): a workspace without a sender can still plan messages with stable ids. */
export const NO_SENDER = 'no-reply@reeve.invalid'
const NO_ROUTE: MailRoute = { transport: 'none', host: null, port: null, security: 'none', user: null, from: NO_SENDER, company: 'Reeve' }

/** The name under which the SMTP password is kept outside the database. */
export const MAIL_PASSWORD = 'mail.password'

export const mailRouteSet = defineEvent({
  kind: 'settings.mail_set',
  body: { transport: field.oneOf(TRANSPORTS), security: field.oneOf(SECURITIES) },
  apply: (db, { body, detail }) => writeSetting(db, 'mail', { ...NO_ROUTE, ...detail, ...body }),
})

export const directiveTargetSet = defineEvent({
  kind: 'settings.directives_set',
  body: { target: field.oneOf(['none', 'folder']) },
  apply: (db, { body }) => writeSetting(db, 'directives', body),
})

export const mailRoute = (db: ReadDb): MailRoute => readSetting(db, 'mail', NO_ROUTE)

/** MSG-05: directives go into the workspace's own folder unless an admin switches that off. */
export const directiveTarget = (db: ReadDb): 'none' | 'folder' =>
  readSetting<{ target: 'none' | 'folder' }>(db, 'directives', { target: 'folder' }).target

/** An address that can stand in an envelope: one `@`, nothing that could end a header or a command. */
export const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/u.test(text)

/** Loopback by name or number: where a simulation may mail to. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}

/**
 * MSG-02: changes where mail goes.
 * @throws Refusal `mail_host_missing`, `mail_sender_invalid`, `simulation_mail_loopback_only`, `mail_password_unprotected`
 */
export function setMailRoute(unit: Unit, simulation: boolean, route: MailRoute): void {
  const { transport, host, port, security, user, from, company } = route
  if (transport === 'smtp') {
    if (host === null || !/^[\p{L}\p{N}.:[\]-]+$/u.test(host) || port === null) throw new Refusal('mail_host_missing')
    if (simulation && !isLoopback(host)) throw new Refusal('simulation_mail_loopback_only')
    if (user !== null && user !== '' && security === 'none' && !isLoopback(host)) throw new Refusal('mail_password_unprotected')
  }
  if (!isAddress(from)) throw new Refusal('mail_sender_invalid')
  record(unit, mailRouteSet, {
    entity: WORKSPACE_ENTITY,
    account: null,
    version: 1,
    rule: 'MSG-02',
    body: { transport, security },
    detail: { host, port, user, from, company },
  })
  // What the old way couldn't take needn't wait for its next turn; each is asked again anyway (MSG-06).
  unit.db.run(`UPDATE message SET due_at = ? WHERE state = 'retry' AND due_at > ?`, unit.now, unit.now)
  unit.changed('settings', 'messages', 'scheduler')
}

export function setDirectiveTarget(unit: Unit, target: 'none' | 'folder'): void {
  record(unit, directiveTargetSet, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'MSG-05', body: { target } })
  unit.changed('settings', 'directives', 'scheduler')
}

const port = z.coerce.number().int().min(1).max(65535)

/** `none`, `folder` or `smtp://HOST:PORT`, as the command line says it. @throws Refusal `mail_route_malformed` */
export function parseMailRoute(text: string): MailRoute {
  if (text === 'none' || text === 'folder') return { ...NO_ROUTE, transport: text }
  const match = /^smtp:\/\/(\[[0-9a-f:]+\]|[^:/@\s]+):(\d{1,5})\/?$/i.exec(text)
  const number = port.safeParse(match?.[2])
  if (match === null || !number.success) throw new Refusal('mail_route_malformed', {}, 'invalid')
  return { ...NO_ROUTE, transport: 'smtp', host: (match[1] as string).replace(/^\[|\]$/g, ''), port: number.data }
}
