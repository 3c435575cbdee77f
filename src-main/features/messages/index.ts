import { command, long, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import {
  directiveCourier,
  directiveFolder,
  directiveTarget,
  directiveTargetSet,
  mailCourier,
  mailRouteSet,
  markDelivered,
  outboxPersonEvents,
  sendAgain,
  setDirectiveTarget,
  settleInterrupted,
} from '@kernel/outbox/index'
import { SCHEDULER } from '@kernel/unit'
import { setMail, testMail } from './commands'
import { getMessageView, listDirectives, listMessages, listTemplates, mailSettings, messageTotals, preview } from './queries'

export { directiveStatus, mailStatus } from './queries'

/** MSG: the outbox as people see and steer it. */
export const messages: Feature = {
  name: 'messages',
  events: [...outboxPersonEvents, mailRouteSet, directiveTargetSet],
  couriers: (services) => [directiveCourier(services), mailCourier(services)],
  onOpened(services) {
    services.unit(SCHEDULER, (unit) => settleInterrupted(services, unit))
  },
  handlers: {
    'messages.list': query(({ db, now, services }, input) => listMessages({ db, now, catalog: services.catalog }, input)),
    'messages.totals': query(({ db, now }) => messageTotals(db, now)),
    'messages.get': query(({ db, now, services }, { id }) => getMessageView({ db, now, catalog: services.catalog }, id)),
    'messages.was_delivered': command((unit, { id, reason }) => {
      markDelivered(unit, id, reason)
      return null
    }),
    'messages.send_again': command((unit, { id, reason }) => {
      sendAgain(unit, id, reason)
      return null
    }),
    'messages.preview': query(({ db, now, services }, { template, language, account }) =>
      preview({ db, now, catalog: services.catalog }, template, language, account ?? null),
    ),
    'messages.templates': query(({ services }) => listTemplates(services.catalog)),
    'directives.list': query(({ db }, input) => listDirectives(db, input)),
    'settings.mail': query(({ services }) => mailSettings(services)),
    'settings.set_mail': command((unit, input, { services }) => {
      setMail(unit, services, input)
      return null
    }),
    'settings.test_mail': long(({ services, signal }) => testMail(services, signal)),
    'settings.directives': query(({ db, services }) => ({ target: directiveTarget(db), folder: directiveFolder(services.workspace.folder) })),
    'settings.set_directives': command((unit, { target }) => {
      setDirectiveTarget(unit, target)
      return null
    }),
  },
}
