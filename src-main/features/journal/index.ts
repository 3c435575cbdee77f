import { long, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { countEntries, facets, listEntries } from './queries'
import { verifyJournal } from './verify'

export { verifyJournal } from './verify'

export const journal: Feature = {
  name: 'journal',
  handlers: {
    'journal.list': query(({ db }, input) => listEntries(db, input)),
    'journal.total': query(({ db }, input) => countEntries(db, input)),
    'journal.facets': query(({ db }) => facets(db)),
    'journal.verify': long(({ services, progress, signal }) => verifyJournal(services, { progress, signal })),
  },
}
