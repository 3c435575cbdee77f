import { CLICKS, CONTRACTS, LEADS, SUPPRESSIONS, textOf, type FeedRow } from '@kernel/feeds/index'
import { domainKey, emailKey, phoneKey } from '../addresses'
import { clickTaken, contractTaken } from '../deliver'
import { eraseLead } from '../recall'
import { keyedTaker } from './keyed'
import { ownedTaker } from './owned'
import { account, type Reference } from './references'

const lead = LEADS.at
const isGone = ({ values }: FeedRow, place: number): boolean => typeof values[place] === 'number'

/** SHR-10: a lead that is gone on the platform is erased here; it doesn't come back. */
export const leadFeed = ownedTaker({
  kind: 'leads',
  entity: 'lead',
  table: 'lead',
  id: lead.lead_id,
  copies: [
    ['name', lead.name],
    ['phone', lead.phone],
    ['email', lead.email],
    ['opted_out', lead.opted_out],
    ['created_at', lead.created_at],
    ['removed_at', lead.removed_at],
  ],
  parents: [['account', account(lead.account_id)]],
  acceptable(taking, row, _found, stored) {
    if (stored?.['erased_at'] == null || isGone(row, lead.removed_at)) return true
    taking.refuse(row, 'lead_id', 'lead_erased')
    return false
  },
  keeps: (stored, changes) => (stored['erased_at'] === null ? changes : null),
  inserted: (unit, _taking, rows) => rows.forEach(({ id, row }) => isGone(row, lead.removed_at) && eraseLead(unit, id)),
  updated: (unit, _taking, row, stored) => isGone(row, lead.removed_at) && eraseLead(unit, stored.id),
})

const click = CLICKS.at
const clickedLead: Reference = { column: 'lead_id', place: click.lead_id, entity: 'lead', kind: 'leads' }

/** SHR-05: what a click leads to, once; the file's order isn't the order of clicking. */
export const clickFeed = ownedTaker({
  kind: 'clicks',
  entity: 'click',
  table: 'click',
  id: click.click_id,
  copies: [
    ['clicked_at', click.clicked_at],
    ['sent_at', click.sent_at],
    ['user_agent', click.user_agent],
    ['removed_at', click.removed_at],
  ],
  parents: [
    ['lead', clickedLead],
    ['link', { column: 'link_id', place: click.link_id, entity: 'link', kind: 'links' }],
  ],
  inserted(unit, _taking, rows, { known }) {
    const clicks = rows
      .filter(({ row }) => !isGone(row, click.removed_at))
      .map(({ id, row }) => ({
        id,
        lead: known.get('lead_id')!.get(textOf(row, click.lead_id))!,
        link: known.get('link_id')!.get(textOf(row, click.link_id))!,
        clickedAt: row.values[click.clicked_at] as number,
        sentAt: (row.values[click.sent_at] as number | null | undefined) ?? null,
        userAgent: (row.values[click.user_agent] as string | null | undefined) ?? null,
      }))
    for (const one of clicks.sort((a, b) => a.clickedAt - b.clickedAt)) clickTaken(unit, one)
  },
})

const suppression = SUPPRESSIONS.at
const owner = account(suppression.account_id)

/** SHR-09 */
export const suppressionFeed = {
  kind: 'suppressions' as const,
  take: (taking: Parameters<ReturnType<typeof keyedTaker>['take']>[0], rows: readonly FeedRow[]): void => {
    const countries = new Map<string, string>()
    keyedTaker({
      kind: 'suppressions',
      table: 'suppression',
      references: [owner],
      key(row, id) {
        const holder = id(owner)
        const country = countries.get(holder) ?? taking.db.get<{ country: string }>('SELECT country FROM account WHERE id = ?', holder)?.country ?? ''
        countries.set(holder, country)
        return { account: holder, channel: textOf(row, suppression.channel), value: keyOf(row, country) }
      },
      values: (row) => ({ added_at: row.values[suppression.added_at], removed_at: row.values[suppression.removed_at] }),
    }).take(taking, rows)
  },
}

function keyOf(row: FeedRow, country: string): string {
  const value = textOf(row, suppression.value)
  const channel = textOf(row, suppression.channel)
  return channel === 'phone' ? phoneKey(value, country) : channel === 'email' ? emailKey(value) : domainKey(value)
}

const contract = CONTRACTS.at
const contractLead: Reference = { column: 'lead_id', place: contract.lead_id, entity: 'lead', kind: 'leads' }
const contractAccount = account(contract.account_id)

/** SHR-08 */
export const contractFeed = keyedTaker({
  kind: 'contracts',
  table: 'lead_contract',
  references: [contractLead, contractAccount],
  key: (row, id) => ({ lead: id(contractLead), account: id(contractAccount), concluded_at: row.values[contract.concluded_at] as number }),
  values: (row) => ({ ended_at: row.values[contract.ended_at] }),
  taken: (unit, _row, key) => contractTaken(unit, String(key['lead']), String(key['account'])),
})
