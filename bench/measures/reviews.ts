import { join } from 'node:path'
import { LANGUAGES } from '@contract/define'
import { METHODS, OUTCOMES, REVIEW_SORTS } from '@contract/reviews'
import { createDesk, workspaceExists, type Desk } from '@desk/create-desk'
import { hashSecret } from '@kernel/access/index'
import { addTokens, tokensOf } from '@kernel/search/index'
import { ratio, reported, type Measure } from '../result'
import { caller, makeWorkspace, START, type Call } from '../workspace'
import { compare, type Asks } from './lists'

const LARGE = 200_000
const SMALL = 5_000
const HOUR = 3_600_000
/** As many at both sizes: what is rare must not cost more where there is more of the rest. */
const RARE = 240
const GROUPS_AN_ACCOUNT = 4
/** Those of four hundred a day, over the longest span that a report takes. */
const DECISIONS = 160_000
const DECIDED_DAYS = 400
const TABS = ['queue', 'queue', 'queue', 'queue', 'queue', 'queue', 'queue', 'query', 'unsubmitted', 'decided'] as const
const STATES = { queue: 'pending', query: 'query', unsubmitted: 'unsubmitted', decided: 'accepted' } as const

const scattered = (nth: number, of: number): number => Number((BigInt(nth) * 2_654_435_761n) % BigInt(of))

function insert({ db }: Desk['services'], table: string, row: Readonly<Record<string, string | number | null>>): void {
  const columns = Object.keys(row)
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row))
}

interface Owner {
  readonly id: string
  readonly language: string
  readonly company_key: string
}

/** Groups and their reviews as the desk itself would keep them; written at once, since only reading is measured. */
function fill({ services }: Desk, count: number): void {
  const { db } = services
  const plan = db.get<{ id: string }>('SELECT id FROM plan ORDER BY rank LIMIT 1')!.id
  db.transaction(() => {
    let owner: Owner | null = null
    for (let nth = 0; nth < count; nth += 1) {
      if (owner === null || nth % GROUPS_AN_ACCOUNT === 0) owner = fillAccount(services, plan, nth)
      fillReview(services, owner, nth)
    }
  })
}

function fillAccount(services: Desk['services'], plan: string, nth: number): Owner {
  const company = `Firma ${scattered(nth, 100_003)} GmbH`
  const owner = { id: services.ids.next(), language: LANGUAGES[scattered(nth, 5)]!, company_key: company.toLowerCase() }
  const email = `mail@firma${nth}.example`
  const known = { country: 'DE', time_zone: 'Europe/Berlin', plan, reported_plan: plan, created_at: 0, observed_at: 0, version: 1 }
  insert(services, 'account', { ...owner, ...known, company, email })
  addTokens(services.db, 'account', [{ entity: owner.id, tokens: tokensOf([company, email]) }])
  return owner
}

function fillReview(services: Desk['services'], owner: Owner, nth: number): void {
  const { db, ids } = services
  const [group, submission, review] = [ids.next(), ids.next(), ids.next()]
  const rare = nth < RARE
  const tab = rare ? 'queue' : TABS[scattered(nth, TABS.length)]!
  const method = rare ? 'other' : METHODS[scattered(nth, METHODS.length - 1)]!
  const name = `${rare ? 'Stammkunden' : 'Newsletter'} ${nth}`
  const receivers = scattered(nth, 90_001)
  const at = START - scattered(nth, 60) * HOUR - nth
  const due = at + 24 * HOUR
  insert(services, 'contact_group', { id: group, account: owner.id, name, receivers, created_at: at, observed_at: at })
  insert(services, 'external_id', { kind: 'group', external: `L-${nth}`, entity: group })
  addTokens(db, 'group', [{ entity: group, tokens: tokensOf([name, `L-${nth}`]) }])
  const said = { policy_confirmed: 1, form_url: 'https://example.com/newsletter', consent_text: 'I agree to hear from Example.' }
  insert(services, 'submission', { id: submission, contact_group: group, submitted_at: at, method, ...said, observed_at: at })
  insert(services, 'review', {
    id: review,
    contact_group: group,
    account: owner.id,
    scope: 'group',
    state: STATES[tab],
    opened_at: at,
    submission,
    submitted_at: at,
    changed_at: at,
    sla_from: tab === 'queue' ? at : null,
    due_at: tab === 'queue' ? due : null,
    remaining_ms: tab === 'query' ? HOUR : null,
    decided_at: tab === 'decided' ? due : null,
    version: 2,
  })
  insert(services, 'review_row', {
    review,
    tab,
    overdue: tab === 'queue' && due < START ? 1 : 0,
    language: owner.language,
    method,
    flagged: scattered(nth, 3) === 0 ? 1 : 0,
    due_key: tab === 'queue' ? due : -due,
    incompleteness: scattered(nth, 101),
    submitted_at: at,
    company_key: owner.company_key,
    receivers,
    signals: '{"against":0,"note":0,"for":0,"worst":null}',
  })
}

/** Decisions on reviews of any state, as the report alone reads them. */
function fillDecisions({ services }: Desk): void {
  const { db } = services
  const reviews = db.all<{ id: string }>('SELECT id FROM review ORDER BY id')
  const reason = db.get<{ id: string }>('SELECT id FROM policy_reason LIMIT 1')!.id
  const operator = db.get<{ id: string }>('SELECT id FROM operator LIMIT 1')!.id
  db.transaction(() => {
    for (let nth = 0; nth < DECISIONS; nth += 1) {
      const at = START - Math.floor((nth * DECIDED_DAYS * 24 * HOUR) / DECISIONS)
      const outcome = OUTCOMES[scattered(nth, OUTCOMES.length)]!
      insert(services, 'review_decision', {
        id: services.ids.next(),
        review: reviews[scattered(nth, reviews.length)]!.id,
        outcome,
        state: 'stands',
        operator,
        decided_at: at,
        effective_at: at,
        took_ms: scattered(nth, 16) * HOUR,
        in_time: nth % 9 === 0 ? 0 : 1,
        review_version: 2,
        policy_version: 1,
        evidence: '["form"]',
        reasons: outcome === 'reject' ? JSON.stringify([reason]) : '[]',
        said: null,
      })
    }
  })
}

function listAsks(call: Call): Asks {
  const asks: [string, Asks extends ReadonlyMap<string, infer Ask> ? Ask : never][] = []
  for (const sort of REVIEW_SORTS) {
    for (const descending of [false, true]) {
      for (const language of [null, 'de'] as const) {
        for (const method of [null, 'event', 'other'] as const) {
          for (const overdue of [null, true]) {
            for (const flagged of [null, true]) {
              const name = [
                sort,
                descending ? 'down' : 'up',
                language ?? 'any',
                method ?? 'any',
                overdue === true ? 'overdue' : '',
                flagged === true ? 'flagged' : '',
              ]
              const filter = { sort, descending, language, method, overdue, flagged }
              asks.push([name.join(' ').trim(), (cursor) => call('reviews.list', { ...filter, cursor, limit: 100 })])
            }
          }
        }
      }
      for (const tab of ['query', 'unsubmitted', 'decided'] as const)
        asks.push([`${tab} ${sort} ${descending ? 'down' : 'up'}`, (cursor) => call('reviews.list', { tab, sort, descending, cursor, limit: 100 })])
    }
  }
  return new Map(asks)
}

/** A rare word, one that nearly all have, two together, and none that is there. */
function searchAsks(call: Call): Asks {
  const words = ['stammkunden', 'newsletter', 'gmbh', 'firma newsletter', 'stammkunden gmbh', 'zzzz']
  return new Map(words.map((search) => [`“${search}”`, (cursor) => call('reviews.list', { search, cursor, limit: 100 })]))
}

async function best(ask: () => Promise<unknown>): Promise<number> {
  let ms = Number.POSITIVE_INFINITY
  for (let run = 0; run < 10; run += 1) {
    const started = performance.now()
    await ask()
    ms = Math.min(ms, performance.now() - started)
  }
  return ms
}

/** DSK-10: the report of a month, and of the longest span that is answered. */
async function reports(call: Call): Promise<Measure[]> {
  const ask = (from: string, to: string) => best(() => call('reports.reviews', { from, to }))
  const size = `${LARGE.toLocaleString('en')} reviews, ${DECISIONS.toLocaleString('en')} decisions in ${DECIDED_DAYS} days`
  return [
    reported('Report of 30 days', await ask('2026-10-04', '2026-11-02'), 'ms', size),
    reported('Report of 400 days', await ask('2025-09-29', '2026-11-02'), 'ms', size),
  ]
}

export const PASSPHRASE = 'bench bench bench bench'
export const largeFolder = (folder: string): string => join(folder, 'reviews-large')

/** 200,000 reviews, made once. */
export async function largeQueue(folder: string): Promise<Desk> {
  if (workspaceExists(largeFolder(folder))) return createDesk({ folder: largeFolder(folder) })
  const large = makeWorkspace(largeFolder(folder), await hashSecret(PASSPHRASE))
  fill(large, LARGE)
  fillDecisions(large)
  return large
}

/** DSK-03: a page of 100 of the queue in any offered sort and filter, and by search, at both sizes. */
export async function measureReviews(folder: string): Promise<Measure[]> {
  const [large, small] = [await largeQueue(folder), makeWorkspace(join(folder, 'reviews-small'))]
  fill(small, SMALL)
  const [many, few] = [caller(large), caller(small)]
  const sizes = `${LARGE.toLocaleString('en')} against ${SMALL.toLocaleString('en')} reviews`
  const measures = [
    ...(await compare('Reviews', listAsks(many), listAsks(few), sizes)),
    ...(await compare('Reviews by search', searchAsks(many), searchAsks(few), sizes)),
    ratio('Next review', (await best(() => many('reviews.next', {}))) / (await best(() => few('reviews.next', {}))), 2, sizes),
    reported('Search by a rare word beside a common one', await best(() => many('reviews.list', { search: 'newsletter 1234' })), 'ms', sizes),
    reported('Total of a search that all have', await best(() => many('reviews.total', { search: 'newsletter gmbh' })), 'ms', sizes),
    reported('Totals of the queue', await best(() => many('reviews.totals', {})), 'ms', `${LARGE.toLocaleString('en')} reviews`),
    reported('Burn-down', await best(() => many('reports.burn_down', {})), 'ms', `${LARGE.toLocaleString('en')} reviews`),
    ...(await reports(many)),
  ]
  await large.close()
  await small.close()
  return measures
}
