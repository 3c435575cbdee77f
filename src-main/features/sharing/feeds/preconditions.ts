import { ADDONS, LEAD_ACCEPTANCES, textOf } from '@kernel/feeds/index'
import { evaluateAccounts, evaluateWhere } from '../evaluate'
import { keyedTaker } from './keyed'
import { account } from './references'

const addon = ADDONS.at
const owner = account(addon.account_id)

/** SHR-01: who owns the add-on, and until when. */
export const addonFeed = keyedTaker({
  kind: 'addons',
  table: 'addon',
  references: [owner],
  key: (row, id) => ({ account: id(owner), addon: textOf(row, addon.addon), from_on: textOf(row, addon.from) }),
  values: (row) => ({ until_on: row.values[addon.until] }),
  taken: (unit, row, { account: id }) => evaluateAccounts(unit, [String(id)], row.observedAt),
})

const acceptance = LEAD_ACCEPTANCES.at
const receiver = account(acceptance.account_id)
const sender = account(acceptance.from_account_id, 'from_account_id')

/** SHR-01: never implied; from this sender. What was said last counts. */
export const acceptanceFeed = keyedTaker({
  kind: 'lead_acceptances',
  table: 'lead_acceptance',
  references: [receiver, sender],
  key: (_row, id) => ({ account: id(receiver), sender: id(sender) }),
  values(row, stored) {
    const accepted = row.values[acceptance.accepted] as number
    // Said once more, it has been so since it was said first.
    return stored?.['accepted'] === accepted ? {} : { accepted, since: row.values[acceptance.changed_at] }
  },
  seenAt: (row) => row.values[acceptance.changed_at] as number,
  taken: (unit, row, key) =>
    evaluateWhere(
      unit,
      `t.receiver = j.value AND t.account = '${String(key['sender'])}'`,
      [String(key['account'])],
      row.values[acceptance.changed_at] as number,
    ),
})
