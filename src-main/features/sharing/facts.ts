import type { CompanyField, ConditionName } from '@contract/sharing'
import { capabilitiesUnder, reasonsOf } from '@features/accounts/index'
import { addDays, startOfDate } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { domainsOf, emailKey, phoneKey } from './addresses'
import { companyFindings, type Company } from './company-data'
import type { LeadFacts, SetupFacts, Term } from './rules'

export interface Automation {
  readonly id: string
  readonly account: string
  readonly receiver: string
  readonly strategy: string
  readonly link: string
  readonly group: string
  readonly smsText: string
  readonly waitMinutes: number
  readonly terms: 'generated' | 'own' | 'none'
  readonly termsUrl: string | null
  readonly removed: boolean
}

interface AutomationRow {
  id: string
  account: string
  receiver: string
  strategy: string
  link: string
  strategy_group: string
  sms_text: string
  wait_minutes: number
  terms: Automation['terms']
  terms_url: string | null
  removed_at: number | null
}

export function loadAutomation(db: ReadDb, id: string): Automation | null {
  const row = db.get<AutomationRow>(
    'SELECT id, account, receiver, strategy, link, strategy_group, sms_text, wait_minutes, terms, terms_url, removed_at FROM automation WHERE id = ?',
    id,
  )
  if (row === undefined) return null
  const { strategy_group: group, sms_text: smsText, wait_minutes: waitMinutes, terms_url: termsUrl, removed_at, ...same } = row
  return { ...same, group, smsText, waitMinutes, termsUrl, removed: removed_at !== null }
}

interface AccountRow extends Company {
  time_zone: string
  team: string | null
  open: number
  addons: string
}

function accountOf(db: ReadDb, id: string): AccountRow {
  return db.get<AccountRow>(
    `SELECT a.company, a.registration_no AS registrationNo, a.country, a.street, a.city, a.postal_code AS postalCode, a.email, a.phone,
       a.time_zone, a.team, (a.removed_at IS NULL AND a.status NOT IN ('erased', 'blocked', 'ended')) AS open,
       (SELECT json_group_array(json_array(d.from_on, d.until_on)) FROM addon d WHERE d.account = a.id AND d.addon = 'lead_sharing') AS addons
     FROM account a WHERE a.id = ?`,
    id,
  )!
}

/** SHR-01: an add-on is owned from the start of its first day to the end of its last, in the account's zone. */
function termsOf({ addons, time_zone: zone }: AccountRow): Term[] {
  return (JSON.parse(addons) as [string, string | null][]).map(([from, until]) => ({
    from: startOfDate(from, zone),
    until: until === null ? null : startOfDate(addDays(until, 1), zone),
  }))
}

const may = (db: ReadDb, account: string, capability: 'share_leads' | 'import_contacts'): boolean =>
  capabilitiesUnder(reasonsOf(db, account)).find((state) => state.capability === capability)?.on === true

interface TargetRow {
  accepted_since: number | null
  personal: number
  owned: number
  target_strategy: number
  target_group: number
}

/** What decides about a setup as the facts are now. */
export function setupFacts(db: ReadDb, automation: Automation): SetupFacts {
  const [sender, receiver] = [accountOf(db, automation.account), accountOf(db, automation.receiver)]
  const target = db.get<TargetRow>(
    `SELECT (SELECT p.since FROM lead_acceptance p WHERE p.account = t.receiver AND p.sender = t.account AND p.accepted = 1) AS accepted_since,
       (s.account = t.account AND s.kind = 'personal' AND s.removed_at IS NULL) AS personal,
       (l.account = t.account AND l.removed_at IS NULL) AS owned,
       (o.account = t.receiver AND o.active = 1 AND o.removed_at IS NULL) AS target_strategy,
       (o.account = t.receiver AND g.active = 1 AND g.removed_at IS NULL) AS target_group
     FROM automation t JOIN strategy s ON s.id = t.strategy JOIN sms_link l ON l.id = t.link
       JOIN strategy_group g ON g.id = t.strategy_group JOIN strategy o ON o.id = g.strategy WHERE t.id = ?`,
    automation.id,
  )!
  return {
    sender: { open: sender.open === 1, team: sender.team, addon: termsOf(sender), mayShare: may(db, automation.account, 'share_leads') },
    receiver: {
      open: receiver.open === 1,
      team: receiver.team,
      addon: termsOf(receiver),
      mayImport: may(db, automation.receiver, 'import_contacts'),
    },
    acceptedSince: target.accepted_since,
    strategyPersonal: target.personal === 1,
    linkOwned: target.owned === 1,
    targetStrategy: target.target_strategy === 1,
    targetGroup: target.target_group === 1,
    terms: automation.terms,
    termsUrl: automation.termsUrl,
    companyFields: companyFieldsOf(sender, receiver),
  }
}

const companyFieldsOf = (sender: AccountRow, receiver: AccountRow): CompanyField[] => [
  ...companyFindings('receiver', receiver),
  ...companyFindings('sender', sender),
]

interface LeadRow {
  phone: string | null
  email: string | null
  opted_out: number | null
  erased_at: number | null
  country: string
}

/** SHR-09: `clickedAt` and `now` in ms UTC: who stood on a list at either moment is not delivered. Null: no such lead. */
export function leadFacts(db: ReadDb, lead: string, { account, receiver }: Automation, clickedAt: number, now: number): LeadFacts | null {
  const row = db.get<LeadRow>(
    'SELECT l.phone, l.email, l.opted_out, l.erased_at, a.country FROM lead l JOIN account a ON a.id = l.account WHERE l.id = ?',
    lead,
  )
  if (row === undefined) return null
  const keys: [channel: string, value: string][] = []
  if (row.phone !== null) keys.push(['phone', phoneKey(row.phone, row.country)])
  if (row.email !== null) keys.push(['email', emailKey(row.email)], ...domainsOf(row.email).map((domain): [string, string] => ['domain', domain]))
  const onList = (owner: string): boolean =>
    db.get(
      `SELECT 1 FROM json_each(?) j JOIN suppression s ON s.account = ? AND s.channel = j.value ->> 0 AND s.value = j.value ->> 1
       WHERE s.added_at <= ? AND (s.removed_at IS NULL OR s.removed_at > ?)`,
      JSON.stringify(keys),
      owner,
      now,
      clickedAt,
    ) !== undefined
  return { erased: row.erased_at !== null, optedOut: row.opted_out === 1, onSendersList: onList(account), onReceiversList: onList(receiver) }
}

/** SHR-06: whether a pause lay over this moment (ms UTC). */
export function wasPaused(db: ReadDb, automation: string, at: number): boolean {
  return (
    db.get('SELECT 1 FROM sharing_pause WHERE automation = ? AND from_at <= ? AND (until_at IS NULL OR until_at > ?)', automation, at, at) !==
    undefined
  )
}

/** As stored: a JSON list of condition names. */
export const namesIn = (json: string): ConditionName[] => JSON.parse(json) as ConditionName[]
