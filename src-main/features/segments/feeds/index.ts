import { CRMS, INVOICES, MAILBOXES, type FeedTaker } from '@kernel/feeds/index'
import { ownedTaker } from './owned'
import { segmentFeed } from './segments'
import { syncFeed } from './syncs'

const mailbox = MAILBOXES.at
const crm = CRMS.at
const invoice = INVOICES.at

/** Places in the order of the kinds, which satisfies references. */
export const segmentFeeds: readonly FeedTaker[] = [
  ownedTaker({
    kind: 'mailboxes',
    entity: 'mailbox',
    id: mailbox.mailbox_id,
    owner: mailbox.account_id,
    copies: [
      ['address', mailbox.address],
      ['status', mailbox.status],
      ['changed_at', mailbox.changed_at],
      ['reason', mailbox.reason],
      ['removed_at', mailbox.removed_at],
    ],
  }),
  ownedTaker({
    kind: 'crms',
    entity: 'crm',
    id: crm.crm_id,
    owner: crm.account_id,
    copies: [
      ['name', crm.name],
      ['status', crm.status],
      ['changed_at', crm.changed_at],
      ['reason', crm.reason],
      ['removed_at', crm.removed_at],
    ],
  }),
  syncFeed,
  segmentFeed,
  ownedTaker({
    kind: 'invoices',
    entity: 'invoice',
    id: invoice.invoice_id,
    owner: invoice.account_id,
    copies: [
      ['number', invoice.number],
      ['amount_minor', invoice.amount_minor],
      ['currency', invoice.currency],
      ['due_on', invoice.due_on],
      ['paid_minor', invoice.paid_minor],
      ['paid_at', invoice.paid_at],
      ['credited_minor', invoice.credited_minor],
      ['disputed', invoice.disputed],
      ['removed_at', invoice.removed_at],
    ],
  }),
]
