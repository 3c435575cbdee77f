import type { FeedKind } from '@contract/feeds'
import { required, schema, type, type Schema } from './kind'

const { id, line, prose, whole, flag, date, instant, country, currency, language, zone, email, url, typedUrl, resource, limits, oneOf } = type
const removed_at = instant

export const PLANS = schema('plans', ['plan_id'], {
  plan_id: required(id),
  name: required(line),
  rank: required(whole),
  paid: required(flag),
  price_minor: whole,
  currency,
  limits: required(limits),
  removed_at,
})

export const TEAMS = schema('teams', ['team_id'], { team_id: required(id), name: required(line), removed_at })

export const ACCOUNTS = schema('accounts', ['account_id'], {
  account_id: required(id),
  company: required(line),
  registration_no: line,
  country: required(country),
  street: line,
  city: line,
  postal_code: line,
  email: required(email),
  phone: line,
  language: required(language),
  time_zone: required(zone),
  plan_id: required(id),
  plan_change: oneOf('cancelled downgraded upgraded'),
  team_id: id,
  trial: flag,
  trial_ends_on: date,
  consumer: flag,
  upgrade_consent: flag,
  billing_cycle_end: date,
  created_at: required(instant),
  last_login_at: instant,
  last_activity_at: instant,
  credit_minor: whole,
  quota_total: whole,
  quota_used: whole,
  domain: line,
  removed_at,
})

export const CONTACTS = schema('contacts', ['contact_id'], {
  contact_id: required(id),
  account_id: required(id),
  name: required(line),
  email: required(email),
  phone: line,
  settings_access: required(flag),
  removed_at,
})

/** Observations: the same account and resource may stand in one file for several moments. */
export const USAGE = schema('usage', ['account_id', 'resource', 'observed_at'], {
  account_id: required(id),
  resource: required(resource),
  used: required(whole),
  observed_at: required(instant),
})

export const BOUNCES = schema('bounces', ['message_id', 'at'], { message_id: required(prose), at: required(instant), permanent: required(flag) })

export const DIRECTIVE_RESULTS = schema('directive_results', ['account_id', 'seq', 'at'], {
  account_id: required(id),
  seq: required(whole),
  status: required(oneOf('done failed')),
  at: required(instant),
  error: prose,
})

export const GROUPS = schema('groups', ['group_id'], {
  group_id: required(id),
  account_id: required(id),
  name: required(line),
  receivers: required(whole),
  created_at: required(instant),
  source: line,
  removed_at,
})

export const SUBMISSIONS = schema('submissions', ['submission_id'], {
  submission_id: required(id),
  group_id: required(id),
  submitted_at: required(instant),
  policy_confirmed: required(flag),
  method: required(oneOf('web_form purchase event partner migration other')),
  form_url: typedUrl,
  double_opt_in: flag,
  consent_text: prose,
  collected_from: date,
  collected_to: date,
  event_name: line,
  event_date: date,
  partner_name: line,
  partner_contract: line,
  previous_provider: line,
  details: prose,
  contact_name: required(line),
  contact_phone: line,
  contact_email: required(email),
  sender_domain: line,
  removed_at,
})

export const ANSWERS = schema('answers', ['answer_id'], {
  answer_id: required(id),
  group_id: required(id),
  answered_at: required(instant),
  text: required(prose),
  removed_at,
})

export const SAMPLES = schema('samples', ['group_id', 'email'], { group_id: required(id), email: required(line) })

const connection = {
  account_id: required(id),
  status: required(oneOf('connected disconnected')),
  changed_at: required(instant),
  reason: line,
  removed_at,
}
export const MAILBOXES = schema('mailboxes', ['mailbox_id'], { mailbox_id: required(id), address: required(line), ...connection })
export const CRMS = schema('crms', ['crm_id'], { crm_id: required(id), name: required(line), ...connection })

export const BLOCKLIST_SYNCS = schema('blocklist_syncs', ['sync_id'], {
  sync_id: required(id),
  crm_id: required(id),
  started_at: required(instant),
  finished_at: instant,
  blocked: whole,
  newly_blocked: whole,
  removed_at,
})

export const SEGMENTS = schema('segments', ['segment_id'], {
  segment_id: required(id),
  account_id: required(id),
  name: required(line),
  mailbox_id: id,
  wanted: required(flag),
  contacts: whole,
  removed_at,
})

export const INVOICES = schema('invoices', ['invoice_id'], {
  invoice_id: required(id),
  account_id: required(id),
  number: required(line),
  amount_minor: required(whole),
  currency: required(currency),
  due_on: required(date),
  paid_minor: whole,
  paid_at: instant,
  credited_minor: whole,
  disputed: flag,
  removed_at,
})

export const ADDONS = schema('addons', ['account_id', 'addon', 'from'], {
  account_id: required(id),
  addon: required(oneOf('lead_sharing')),
  from: required(date),
  until: date,
})

export const LEAD_ACCEPTANCES = schema('lead_acceptances', ['account_id', 'from_account_id'], {
  account_id: required(id),
  from_account_id: required(id),
  accepted: required(flag),
  changed_at: required(instant),
})

export const STRATEGIES = schema('strategies', ['strategy_id'], {
  strategy_id: required(id),
  account_id: required(id),
  name: required(line),
  kind: required(oneOf('personal shared')),
  active: required(flag),
  removed_at,
})

export const STRATEGY_GROUPS = schema('strategy_groups', ['strategy_group_id'], {
  strategy_group_id: required(id),
  strategy_id: required(id),
  name: required(line),
  active: required(flag),
  removed_at,
})

export const LINKS = schema('links', ['link_id'], { link_id: required(id), account_id: required(id), url: required(url), removed_at })

export const AUTOMATIONS = schema('automations', ['automation_id'], {
  automation_id: required(id),
  account_id: required(id),
  strategy_id: required(id),
  link_id: required(id),
  receiver_account_id: required(id),
  strategy_group_id: required(id),
  sms_text: required(prose),
  wait_minutes: required(whole),
  terms: required(oneOf('generated own none')),
  terms_url: url,
  removed_at,
})

export const LEADS = schema('leads', ['lead_id'], {
  lead_id: required(id),
  account_id: required(id),
  name: line,
  phone: line,
  email,
  opted_out: flag,
  created_at: required(instant),
  removed_at,
})

export const CLICKS = schema('clicks', ['click_id'], {
  click_id: required(id),
  lead_id: required(id),
  link_id: required(id),
  clicked_at: required(instant),
  sent_at: instant,
  user_agent: prose,
  removed_at,
})

export const SUPPRESSIONS = schema('suppressions', ['account_id', 'channel', 'value'], {
  account_id: required(id),
  channel: required(oneOf('email phone domain')),
  value: required(line),
  added_at: required(instant),
  removed_at,
})

export const CONTRACTS = schema('contracts', ['lead_id', 'account_id', 'concluded_at'], {
  lead_id: required(id),
  account_id: required(id),
  concluded_at: required(instant),
  ended_at: instant,
})

const TICKETS = schema('tickets', ['ticket_id'], {
  ticket_id: required(id),
  account_id: id,
  lead_id: id,
  kind: required(oneOf('limit segment integration cancellation reopen sharing review goodwill data_request other')),
  subject: required(line),
  text: required(prose),
  opened_at: required(instant),
  requester_email: email,
  removed_at,
})

/** Every kind of FEEDS.md, in an order that satisfies references. */
export const SCHEMAS: Readonly<Record<FeedKind, Schema>> = {
  plans: PLANS,
  teams: TEAMS,
  accounts: ACCOUNTS,
  contacts: CONTACTS,
  usage: USAGE,
  groups: GROUPS,
  submissions: SUBMISSIONS,
  answers: ANSWERS,
  samples: SAMPLES,
  mailboxes: MAILBOXES,
  crms: CRMS,
  blocklist_syncs: BLOCKLIST_SYNCS,
  segments: SEGMENTS,
  invoices: INVOICES,
  addons: ADDONS,
  lead_acceptances: LEAD_ACCEPTANCES,
  strategies: STRATEGIES,
  strategy_groups: STRATEGY_GROUPS,
  links: LINKS,
  automations: AUTOMATIONS,
  leads: LEADS,
  // Before what they keep from being delivered (SHR-09).
  suppressions: SUPPRESSIONS,
  clicks: CLICKS,
  contracts: CONTRACTS,
  bounces: BOUNCES,
  directive_results: DIRECTIVE_RESULTS,
  tickets: TICKETS,
}

/** Files are taken in this order, whatever order they were named in. */
export const KIND_ORDER = Object.keys(SCHEMAS) as FeedKind[]
