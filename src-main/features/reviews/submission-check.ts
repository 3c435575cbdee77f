import type { ParsedInput } from '@contract/index'
import type { SubmissionCheck } from '@contract/reviews'
import { isEmail } from '@kernel/feeds/index'
import { completenessOf, missingOf, type Given } from './completeness'
import { formLink } from './form-link'

/** REV-02, REV-04, REV-05: the judgement that recording it would come to. Stores nothing. */
export function checkSubmission({ submission: said }: ParsedInput<'reviews.check_submission'>): SubmissionCheck {
  const formUrl = given(said.formUrl)
  const submission: Given = {
    policyConfirmed: said.policyConfirmed,
    method: said.method,
    formUrl,
    doubleOptIn: said.doubleOptIn ?? null,
    consentText: given(said.consentText),
    collectedFrom: said.collectedFrom ?? null,
    collectedTo: said.collectedTo ?? null,
    eventName: given(said.eventName),
    eventDate: said.eventDate ?? null,
    partnerName: given(said.partnerName),
    partnerContract: given(said.partnerContract),
    previousProvider: given(said.previousProvider),
    details: given(said.details),
    senderDomain: given(said.senderDomain),
    hasContact: given(said.contactName) !== null && isEmail(said.contactEmail ?? ''),
  }
  const { score, parts } = completenessOf(submission)
  return { missing: missingOf(submission), formLink: formLink(formUrl), completeness: score, completenessParts: [...parts] }
}

/** An empty field is one not given. */
export const given = (text: string | null | undefined): string | null => (text == null || text === '' ? null : text)
