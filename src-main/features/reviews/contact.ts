import { entityOf } from '@features/accounts/index'
import type { ParsedInput } from '@contract/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { existing } from './commands'
import { contactOpened, evidenceOpened } from './events'
import { openableAddress } from './form-link'

interface Contact {
  id: string
  name: string | null
  phone: string | null
  email: string | null
}

/** REV-12: the contact person of the latest submission, for special cases only; journaled. @throws Refusal `review_missing`, `contact_missing` */
export function openContact(unit: Unit, { id }: ParsedInput<'reviews.open_contact'>): { name: string; phone: string | null; email: string } {
  const { group, account, version } = existing(unit.db, id)
  const contact = unit.db.get<Contact>(
    `SELECT id, contact_name AS name, contact_phone AS phone, contact_email AS email FROM submission
     WHERE contact_group = ? AND removed_at IS NULL AND contact_name IS NOT NULL ORDER BY submitted_at DESC, id DESC LIMIT 1`,
    group,
  )
  if (contact?.name == null || contact.email === null) throw new Refusal('contact_missing')
  record(unit, contactOpened, { entity: id, account, version, rule: 'REV-12', body: { submission: contact.id } })
  return { name: contact.name, phone: contact.phone, email: contact.email }
}

/**
 * REV-04: the address of a submission's form, to be opened outside; journaled. `submissionId`: the platform's id, or the internal one of
 * a recorded submission. @throws Refusal `review_missing`, `submission_missing`, `evidence_not_https`
 */
export function openEvidence(unit: Unit, { id, submissionId }: ParsedInput<'reviews.open_evidence'>): { url: string } {
  const { db } = unit
  const { group, account, version } = existing(db, id)
  const submission = entityOf(db, 'submission', submissionId) ?? submissionId
  const url = db.get<{ url: string | null }>('SELECT form_url AS url FROM submission WHERE id = ? AND contact_group = ?', submission, group)?.url
  if (url == null) throw new Refusal('submission_missing')
  const address = openableAddress(url)
  if (address === null) throw new Refusal('evidence_not_https')
  record(unit, evidenceOpened, { entity: id, account, version, rule: 'REV-04', body: { submission } })
  return { url: address }
}
