import type { WriteDb } from '@kernel/database/index'
import { replaceTokens, tokensOf } from '@kernel/search/index'
import { accountWords, contactWords, externalId } from '@features/accounts/index'

const GROUPS = 'SELECT id FROM contact_group WHERE account = ?'
const REVIEWS = 'SELECT id FROM review WHERE account = ?'
const CRMS = 'SELECT id FROM crm WHERE account = ?'
const CASES = 'SELECT id FROM limit_case WHERE account = ?'

/** Children first. The one place that says what goes; each statement takes the account's internal uuid. */
const STATEMENTS: readonly string[] = [
  `DELETE FROM review_row WHERE review IN (${REVIEWS})`,
  `DELETE FROM review_claim WHERE review IN (${REVIEWS})`,
  `DELETE FROM review_snooze WHERE review IN (${REVIEWS})`,
  `DELETE FROM review_hand_over WHERE review IN (${REVIEWS})`,
  `DELETE FROM review_seen WHERE review IN (${REVIEWS})`,
  `DELETE FROM review_decision WHERE review IN (${REVIEWS})`,
  'DELETE FROM group_standing WHERE account = ?',
  'DELETE FROM review WHERE account = ?',
  `DELETE FROM external_id WHERE entity IN (SELECT id FROM submission WHERE contact_group IN (${GROUPS}))`,
  `DELETE FROM external_id WHERE entity IN (SELECT id FROM answer WHERE contact_group IN (${GROUPS}))`,
  `DELETE FROM submission WHERE contact_group IN (${GROUPS})`,
  `DELETE FROM answer WHERE contact_group IN (${GROUPS})`,
  `DELETE FROM address_sample WHERE contact_group IN (${GROUPS})`,
  `DELETE FROM sample_count WHERE contact_group IN (${GROUPS})`,
  `DELETE FROM external_id WHERE entity IN (${GROUPS})`,
  'DELETE FROM contact_group WHERE account = ?',
  `DELETE FROM limit_row WHERE limit_case IN (${CASES})`,
  `DELETE FROM limit_warning WHERE limit_case IN (${CASES})`,
  'DELETE FROM limit_case WHERE account = ?',
  'DELETE FROM maintenance_segment WHERE account = ?',
  'DELETE FROM maintenance_account WHERE account = ?',
  'DELETE FROM invoice_choice WHERE account = ?',
  'DELETE FROM segment_hold WHERE account = ?',
  'DELETE FROM hold_source WHERE account = ?',
  `DELETE FROM external_id WHERE entity IN (SELECT id FROM blocklist_sync WHERE crm IN (${CRMS}))`,
  `DELETE FROM blocklist_sync WHERE crm IN (${CRMS})`,
  ...['segment', 'mailbox', 'crm', 'invoice'].flatMap((table) => [
    `DELETE FROM external_id WHERE entity IN (SELECT id FROM ${table} WHERE account = ?)`,
    `DELETE FROM ${table} WHERE account = ?`,
  ]),
  // Other accounts' setups and recalls refer to these rows: their content goes, not the rows.
  'UPDATE lead SET name = NULL, phone = NULL, email = NULL, erased_at = coalesce(erased_at, observed_at) WHERE account = ?',
  'UPDATE click SET user_agent = NULL WHERE lead IN (SELECT id FROM lead WHERE account = ?)',
  "UPDATE automation SET sms_text = '', terms_url = NULL WHERE account = ?",
  'UPDATE delivery SET message = NULL, terms_url = NULL WHERE account = ?',
  "UPDATE sms_link SET url = '' WHERE account = ?",
  "UPDATE strategy_group SET name = '' WHERE strategy IN (SELECT id FROM strategy WHERE account = ?)",
  "UPDATE strategy SET name = '' WHERE account = ?",
  ...['suppression', 'lead_contract', 'lead_acceptance', 'addon'].map((table) => `DELETE FROM ${table} WHERE account = ?`),
  'DELETE FROM external_id WHERE entity IN (SELECT id FROM lead WHERE account = ?)',
  'DELETE FROM plan_decision WHERE account = ?',
  'DELETE FROM usage WHERE account = ?',
  'DELETE FROM external_id WHERE entity IN (SELECT id FROM contact WHERE account = ?)',
  'DELETE FROM contact WHERE account = ?',
  'DELETE FROM cancellation WHERE account = ?',
  'DELETE FROM legal_hold WHERE account = ?',
  'DELETE FROM notice WHERE account = ?',
  'DELETE FROM message_content WHERE message IN (SELECT id FROM message WHERE account = ?)',
  `UPDATE message SET state = 'withdrawn', due_at = NULL, waits = NULL, problem = 'CAP-03', version = version + 1
    WHERE account = ? AND state IN ('planned', 'retry', 'failed')`,
  // What went out already has served; what waits still goes, in order, up to the erasure itself.
  `UPDATE directive SET payload = '{}', error = NULL WHERE account = ? AND state IN ('handed', 'done', 'failed')`,
  'DELETE FROM detail WHERE entry_id IN (SELECT id FROM entry WHERE account = ?)',
  `UPDATE account SET company = '', company_key = '', registration_no = NULL, street = NULL, city = NULL, postal_code = NULL, email = '', phone = NULL,
     domain = NULL, plan_change = NULL, team = NULL, trial = NULL, trial_ends_on = NULL, consumer = NULL, upgrade_consent = NULL,
     billing_cycle_end = NULL, last_login_at = NULL, last_activity_at = NULL, credit_minor = NULL, quota_total = NULL, quota_used = NULL,
     contacts_used = -1, warned = 0, cancelled = 0 WHERE id = ?`,
]

/**
 * Erases what Reeve's tables hold on an account (RET-01, RET-03). What stays: the account's row without content and its platform id, by which
 * later feed rows are known as `erased`, and the journal without details.
 */
export function eraseRows(db: WriteDb, account: string): void {
  eraseWords(db, account)
  for (const sql of STATEMENTS) db.run(sql, account)
}

/** Words are found by their own index, so they are worked out from the rows before those go. */
function eraseWords(db: WriteDb, account: string): void {
  const row = db.get<{ company: string; email: string; domain: string | null }>('SELECT company, email, domain FROM account WHERE id = ?', account)
  if (row !== undefined) replaceTokens(db, 'account', account, accountWords({ ...row, external: externalId(db, 'account', account) }), [])
  for (const contact of db.all<{ id: string; name: string; email: string }>('SELECT id, name, email FROM contact WHERE account = ?', account))
    replaceTokens(db, 'contact', contact.id, contactWords(contact), [])
  for (const group of db.all<{ id: string; name: string }>('SELECT id, name FROM contact_group WHERE account = ?', account))
    replaceTokens(db, 'group', group.id, tokensOf([group.name, externalId(db, 'group', group.id)]), [])
}
