import { operatorActor, type Session } from '../access/session'
import { command, long, query } from '../bridge/handler'
import type { Feature } from '../feature'
import { record } from '../journal'
import { denied, Refusal } from '../refusal'
import type { Services } from '../services'
import { bounceFeed } from './bounces'
import { feedsImported, feedsReleased } from './events'
import { previewFiles } from './preview'
import { writeReport } from './report'
import { letGo } from './run/held'
import { resumeInterrupted } from './run/resume'
import { inTurn, startImport } from './run/start'
import { badRowPage, importById, importPage, importRow, importsIn, updateState } from './run/store'

export { checkWritable, writePreviewReport } from './report'
export {
  ACCOUNTS,
  ADDONS,
  ANSWERS,
  AUTOMATIONS,
  BLOCKLIST_SYNCS,
  CLICKS,
  CONTACTS,
  CONTRACTS,
  CRMS,
  DIRECTIVE_RESULTS,
  GROUPS,
  INVOICES,
  LEADS,
  LEAD_ACCEPTANCES,
  LINKS,
  MAILBOXES,
  PLANS,
  SAMPLES,
  SEGMENTS,
  STRATEGIES,
  STRATEGY_GROUPS,
  SUBMISSIONS,
  SUPPRESSIONS,
  TEAMS,
  USAGE,
} from './schema/schemas'
export { isEmail } from './schema/value'
export { distinctEntities, storedRows, textOf, valueOf, type Changes, type Copies, type Entity } from './take/bulk'
export { entityTaker, type EntityFeed, type Stored } from './take/entity'
export type { Announced, Cell, FeedRow, FeedTaker, Outcome, Taking } from './taker'

/** Resolves when no import runs, one that goes on after an interruption included. */
export const importsAtRest = (services: Services): Promise<void> => inTurn(services, () => Promise.resolve())

/** Taking facts: preview, import, report, and what waits for an admin. */
export const feeds: Feature = {
  name: 'feeds',
  events: [feedsImported, feedsReleased],
  feeds: [bounceFeed],
  onOpened: resumeInterrupted,
  handlers: {
    'feeds.preview': long(async ({ services, progress, signal }, { files }) => ({
      files: await previewFiles(services, files, { progress, signal }),
    })),
    'feeds.import': long(({ services, session, commandId, progress, signal }, { files, allOrNothing }) =>
      startImport(services, { files, allOrNothing, actor: actorOf(session), commandId, progress, signal }),
    ),
    'feeds.imports': query(({ db }, { cursor, limit }) => importPage(db, cursor ?? null, limit)),
    'feeds.bad_rows': query(({ db }, { importId, cursor, limit }) => badRowPage(db, importId, cursor ?? null, limit)),
    'feeds.export_report': long(async ({ services }, { importId, path }) => ({ rows: await writeReport(services.reader, importId, path) })),
    'feeds.waiting': query(({ db }) => importsIn(db, 'waiting').map((stored) => importRow(db, stored))),
    'feeds.release': command((unit, { importId, reason }) => {
      const stored = importById(unit.db, importId)
      if (stored === undefined) throw new Refusal('no_such_import')
      if (stored.state !== 'waiting') throw new Refusal('import_not_waiting', { state: stored.state })
      const messages = letGo(unit, importId)
      updateState(unit.db, importId, 'done')
      record(unit, feedsReleased, {
        entity: importId,
        account: null,
        version: 2,
        rule: 'FED-08',
        body: { messages },
        before: 'waiting',
        after: 'done',
        detail: { reason },
      })
      unit.changed('feeds', 'messages', 'limits', 'today')
      return null
    }),
  },
}

function actorOf(session: Session | null): ReturnType<typeof operatorActor> & { kind: 'operator' } {
  if (session === null) throw denied('not_signed_in')
  const actor = operatorActor(session)
  if (actor.kind !== 'operator') throw denied('not_signed_in')
  return actor
}
