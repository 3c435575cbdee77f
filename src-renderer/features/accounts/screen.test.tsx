import { describe, expect, it } from 'vitest'
import { CAPABILITIES, type AccountView } from '@contract/accounts'
import { go } from '@/app/routes/use-route'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import AccountsScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const ID = '00000000-0000-7000-8000-000000000101'
const total = (count: number) => ({ count, atLeast: false })
const plan = (name: string, contacts: number) => ({
  id: `00000000-0000-7000-8000-00000000000${name.length}`,
  planId: name.toLowerCase(),
  name,
  rank: 1,
  paid: name !== 'Free',
  priceMinor: 3900,
  currency: 'EUR',
  limits: { contacts },
  accounts: total(1),
})

const ACCOUNT: AccountView = {
  id: ID,
  accountId: 'A-10922',
  company: 'Goldschmiede Löwenstein-Pröll',
  status: 'restricted',
  registrationNo: null,
  street: 'Am Markt 1',
  city: 'Fulda',
  postalCode: '36037',
  country: 'DE',
  email: 'info@example.de',
  phone: null,
  domain: null,
  language: 'de',
  zone: 'Europe/Berlin',
  plan: plan('Free', 2000),
  originalPlan: plan('Startup', 5000),
  planAwaitedSince: null,
  team: null,
  trial: false,
  trialEndsOn: null,
  consumer: false,
  upgradeConsent: null,
  billingCycleEnd: null,
  createdAt: Date.parse('2023-02-02T08:00:00Z'),
  lastLoginAt: null,
  lastActivityAt: null,
  removedAt: null,
  usage: [
    { resource: 'contacts', used: 2910, limit: 2000, observedAt: NOW },
    { resource: 'barcodes', used: 1, limit: null, observedAt: NOW },
  ],
  capabilities: CAPABILITIES.map((capability) => {
    const off = ['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts'].includes(capability)
    return { capability, on: !off, reasons: off ? [{ cause: 'restricted' as const, since: NOW - 86_400_000, rule: 'LIM-07' }] : [] }
  }),
  notices: [{ kind: 'restricted', shownAt: NOW - 86_400_000 }],
  openCaseId: null,
}

function answers(more: Answers = {}): Answers {
  return {
    'plans.list': () => [plan('Free', 2000), plan('Startup', 5000)],
    'accounts.get': () => ACCOUNT,
    'limits.of_account': () => [],
    'reviews.of_account': () => ({ rows: [], cursor: null }),
    'accounts.timeline': () => ({
      rows: [
        {
          id: 'a',
          at: NOW - 86_400_000,
          kind: 'limits.restricted',
          rule: 'LIM-07',
          actor: 'scheduler',
          actorKind: 'scheduler',
          before: 'warning',
          after: 'enforced',
          body: { due: null },
          detail: null,
          seq: 12,
        },
        {
          id: 'b',
          at: NOW - 2 * 86_400_000,
          kind: 'limits.paused',
          rule: 'LIM-14',
          actor: 'Tomáš Dvořák',
          actorKind: 'operator',
          before: null,
          after: 'paused',
          body: { until: '2026-11-30' },
          detail: { reason: 'warning' },
          seq: 9,
        },
        {
          id: 'c',
          at: NOW - 3 * 86_400_000,
          kind: 'zebra.striped',
          rule: null,
          actor: 'feed',
          actorKind: 'feed',
          before: null,
          after: null,
          body: {},
          detail: null,
          seq: null,
        },
      ],
      cursor: null,
    }),
    'limits.revert_check': () => ({
      accountUuid: ID,
      currentPlan: ACCOUNT.plan,
      originalPlan: ACCOUNT.originalPlan,
      resources: [{ resource: 'contacts', used: 5400, limit: 5000, excess: 400 }],
      allowed: false,
    }),
    ...more,
  }
}

async function page(more: Answers = {}) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  go({ screen: 'account', id: ID })
  return render(<AccountsScreen />, answers(more))
}

describe('one account', () => {
  it('CAP-01 shows what is off and each reason, and what is on', async () => {
    const screen = await page()
    expect(screen.text()).toContain('4 of 9 on')
    expect(screen.text()).toContain('5 off since Sun 22 Nov 14:06: over limits on Free. Back on by themselves once usage fits.')
    expect(screen.text()).toContain('LIM-07')
    expect(screen.text()).toContain('Collect opt-ins')
  })

  it('JNL-04 tells the timeline by day with rule, person and before → after; a reason stays verbatim', async () => {
    const screen = await page()
    expect(screen.text()).toContain('Restricted: being warned → enforced')
    expect(screen.text()).toContain('Reason: warning')
    expect(screen.text()).toContain('Until: 30 Nov 2026')
    expect(screen.text()).toContain('Tomáš Dvořák')
    expect(screen.text()).toContain('zebra.striped')
  })

  it('shows a resource it has never heard of by its own name', async () => {
    expect((await page()).text()).toContain('barcodes')
  })

  it('LIM-09 refuses the way back with the exact excess', async () => {
    const screen = await page()
    await screen.click(screen.button('Open check'))
    expect(screen.text()).toContain('400 too many')
    expect(screen.text()).toContain('Refused: usage has to fit first.')
    expect(screen.button('Back to Startup').disabled).toBe(true)
  })

  it('changes tabs by digits', async () => {
    const screen = await page({ 'accounts.contacts': () => ({ rows: [], cursor: null }) })
    await screen.press('3')
    expect(window.location.search).toContain('tab=contacts')
    expect(screen.text()).toContain('No contacts')
  })
})

describe('the list of accounts', () => {
  const list = { 'accounts.list': () => ({ rows: [], cursor: null }), 'accounts.total': () => total(0) } satisfies Answers
  const searching = (search: string) => {
    setPlace({ zone: 'Europe/Berlin', language: 'en' })
    go({ screen: 'accounts', query: { search } })
    return render(<AccountsScreen />, answers(list))
  }

  it('DSK-01 asks only from three characters on', async () => {
    const screen = await searching('go')
    expect(screen.text()).toContain('Search starts with three characters.')
    expect(screen.calls.find(({ op }) => op === 'accounts.list')?.input).toMatchObject({ search: null })
    expect(screen.all('[role="columnheader"] button').length).toBe(3)
  })

  it('DSK-03 rests its sort arrows while words are searched', async () => {
    const screen = await searching('gold')
    expect(screen.calls.find(({ op }) => op === 'accounts.list')?.input).toMatchObject({ search: 'gold' })
    expect(screen.all('[role="columnheader"] button').length).toBe(0)
    expect(screen.text()).toContain('No account matches')
  })
})
