import { fold } from '@kernel/search/index'
import { randomOf, type Random } from './random'
import { PLACES, type Place } from './places'

export const PLANS = [
  {
    plan_id: 'free',
    name: 'Free',
    rank: 0,
    paid: false,
    price_minor: 0,
    limits: { contacts: 2_000, campaigns: 3, funnels: 1, automations: 1, domains: 1 },
  },
  {
    plan_id: 'startup',
    name: 'Startup',
    rank: 1,
    paid: true,
    price_minor: 3_900,
    limits: { contacts: 5_000, campaigns: 20, funnels: 5, automations: 10, domains: 2 },
  },
  {
    plan_id: 'webinar',
    name: 'Webinar',
    rank: 2,
    paid: true,
    price_minor: 7_900,
    limits: { contacts: 10_000, campaigns: 60, funnels: 15, automations: 30, domains: 5 },
  },
  { plan_id: 'unlimited', name: 'Unlimited', rank: 3, paid: true, price_minor: 12_900, limits: {} },
] as const
export const RESOURCES = ['contacts', 'campaigns', 'funnels', 'automations', 'domains'] as const
export type PlanId = (typeof PLANS)[number]['plan_id']

export interface DemoAccount {
  readonly accountId: string
  readonly company: string
  readonly place: Place
  readonly planId: PlanId
  readonly person: string
  readonly email: string
  readonly city: string
  readonly postalCode: string
  readonly street: string
  readonly consumer: boolean
  readonly consent: boolean
  readonly trial: boolean
  readonly team: number
  /** Days before the demo begins. */
  readonly createdDaysAgo: number
  readonly seenDaysAgo: number
  readonly registrationNo: string
  readonly phone: string
  readonly domain: string
  readonly random: Random
}

const PLAN_SHARES: readonly PlanId[] = ['free', 'free', 'free', 'free', 'startup', 'startup', 'startup', 'webinar', 'webinar', 'unlimited']

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The nth made-up customer (from 0); nothing in it is about anybody. Addresses end in `.example` (RFC 2606). */
export function demoAccount(seed: number, nth: number): DemoAccount {
  const random = randomOf(seed, nth)
  const place = random.pick(PLACES)
  const [city, postalCode] = random.pick(place.cities)
  const family = random.pick(place.families)
  const company = random.pick(place.names).replace('{f}', family).replace('{t}', random.pick(place.trades)).replace('{c}', city)
  const person = `${random.pick(place.people)} ${family}`
  const domain = `${slug(company)}-${nth + 1}.${place.domain}.example`
  const planId = random.pick(PLAN_SHARES)
  const consumer = random.chance(0.05)
  return {
    accountId: `A-${10_001 + nth}`,
    company,
    place,
    planId,
    person,
    city,
    postalCode,
    domain,
    consumer,
    // Private people write from where everybody gets an address.
    email: `${slug(person).replace('-', '.')}@${consumer ? 'gmx.example' : domain}`,
    street: `${random.pick(place.streets)} ${random.whole(1, 140)}`,
    consent: consumer ? random.chance(0.5) : true,
    trial: planId !== 'free' && random.chance(0.03),
    team: random.whole(0, 9),
    createdDaysAgo: random.whole(40, 1_400),
    seenDaysAgo: random.whole(0, 30),
    registrationNo: `${place.country}${random.whole(100_000_000, 999_999_999)}`,
    phone: `${place.phone} ${random.whole(1_000_000, 9_999_999)}`,
    random,
  }
}

/** Usage within the plan's limits; some close to them. */
export function usageWithin({ planId, random }: DemoAccount): Record<(typeof RESOURCES)[number], number> {
  const { limits } = PLANS.find(({ plan_id: id }) => id === planId)!
  const of = (resource: (typeof RESOURCES)[number], most: number): number => {
    const limit = (limits as Partial<Record<typeof resource, number>>)[resource] ?? most
    return Math.floor(limit * (random.chance(0.2) ? 0.85 + random.next() * 0.15 : random.next() * 0.85))
  }
  return {
    contacts: of('contacts', 60_000),
    campaigns: of('campaigns', 200),
    funnels: of('funnels', 40),
    automations: of('automations', 90),
    domains: of('domains', 9),
  }
}
