import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { demoAccount, PLANS, RESOURCES, usageWithin, type DemoAccount } from './accounts'

export interface DemoSize {
  readonly accounts: number
  readonly seed: number
}

export type Row = Record<string, string | number | boolean>

const DAY = 86_400_000
const iso = (at: number): string => new Date(at).toISOString()

function accountRow(account: DemoAccount, now: number): Row {
  const { place } = account
  return {
    account_id: account.accountId,
    company: account.company,
    registration_no: account.registrationNo,
    country: place.country,
    street: account.street,
    city: account.city,
    postal_code: account.postalCode,
    email: account.email,
    phone: account.phone,
    language: place.language,
    time_zone: place.zone,
    plan_id: account.planId,
    team_id: `T-${account.team + 1}`,
    trial: account.trial,
    trial_ends_on: account.trial ? iso(now + 20 * DAY).slice(0, 10) : '',
    consumer: account.consumer,
    upgrade_consent: account.consent,
    billing_cycle_end: iso(now + (account.createdDaysAgo % 28) * DAY).slice(0, 10),
    created_at: iso(now - account.createdDaysAgo * DAY),
    last_login_at: iso(now - account.seenDaysAgo * DAY),
    last_activity_at: iso(now - account.seenDaysAgo * DAY),
    domain: account.domain,
    observed_at: iso(now),
  }
}

function* rows<T>(count: number, of: (nth: number) => Iterable<T>): Generator<T> {
  for (let nth = 0; nth < count; nth += 1) yield* of(nth)
}

/** A file in UTF-8 with a header; memory stays flat whatever the number of rows. */
export async function writeCsv(file: string, content: Iterable<Row>): Promise<string> {
  await pipeline(
    Readable.from(content),
    stringify({ header: true, cast: { boolean: (value) => String(value) } }),
    createWriteStream(file, { mode: 0o600 }),
  )
  return file
}

/** Everything a platform would report at `now` (ms UTC), one file a kind. Answers the files. */
export async function writeFeeds(folder: string, { accounts, seed }: DemoSize, now: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const limitsText = (limits: Readonly<Record<string, number>>): string =>
    Object.entries(limits)
      .map(([name, most]) => `${name}=${most}`)
      .join('|') || 'contacts='
  const at = (kind: string): string => join(folder, `${kind}.csv`)
  return [
    await writeCsv(
      at('plans'),
      PLANS.map(({ limits, ...plan }) => ({ ...plan, currency: 'EUR', limits: limitsText(limits) })),
    ),
    await writeCsv(
      at('teams'),
      Array.from({ length: 10 }, (_, nth) => ({
        team_id: `T-${nth + 1}`,
        name: `Team ${['Nordlicht', 'Adler', 'Birke', 'Fjord', 'Vltava', 'Skagen', 'Elbe', 'Mälaren', 'Thames', 'Morava'][nth]}`,
      })),
    ),
    await writeCsv(
      at('accounts'),
      rows(accounts, (nth) => [accountRow(demoAccount(seed, nth), now)]),
    ),
    await writeCsv(
      at('contacts'),
      rows(accounts, (nth) => {
        const account = demoAccount(seed, nth)
        return [
          {
            contact_id: `C-${nth + 1}`,
            account_id: account.accountId,
            name: account.person,
            email: account.email,
            phone: account.phone,
            settings_access: true,
          },
        ]
      }),
    ),
    await writeCsv(
      at('usage'),
      rows(accounts, (nth) => {
        const account = demoAccount(seed, nth)
        const usage = usageWithin(account)
        return RESOURCES.map((resource) => ({ account_id: account.accountId, resource, used: usage[resource], observed_at: iso(now) }))
      }),
    ),
  ]
}
