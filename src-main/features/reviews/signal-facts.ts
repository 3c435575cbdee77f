import type { SignalView } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { loadGroup, sampleOf, submissionOf } from './facts'
import { formKey } from './form-link'
import type { Review } from './review'
import { signalsOf, type SignalFacts } from './signals/index'
import { earlierVerdicts, type Verdict } from './verdicts'

/** More accounts than this aren't counted. */
export const MOST_ACCOUNTS = 50
/** So many groups with the same form are looked at, the newest and the oldest: one account can't hide the others behind its own. */
const WINDOW = 200

const window = (direction: 'ASC' | 'DESC'): string =>
  `SELECT contact_group FROM (SELECT contact_group FROM submission WHERE form_key = ? ORDER BY contact_group ${direction} LIMIT ${WINDOW})`
export const SHARED_FORM_QUERY = `SELECT DISTINCT g.account FROM (${window('DESC')} UNION ALL ${window('ASC')}) s
  CROSS JOIN contact_group g ON g.id = s.contact_group AND g.account <> ? LIMIT ${MOST_ACCOUNTS}`

/** Other accounts whose groups name this form. */
function sharedForm(db: ReadDb, url: string | null, account: string): SignalFacts['sharedForm'] {
  const key = formKey(url)
  const accounts = key === null ? 0 : db.all(SHARED_FORM_QUERY, key, key, account).length
  return { accounts, more: accounts >= MOST_ACCOUNTS }
}

export const ACCOUNT_QUERY = `SELECT a.company, a.email, a.domain, a.created_at, p.name AS plan, p.limits ->> '$.contacts' AS "limit"
  FROM account a JOIN plan p ON p.id = a.plan WHERE a.id = ?`
interface AccountRow {
  company: string
  email: string
  domain: string | null
  created_at: number
  plan: string
  limit: number | null
}

/** What the caller has read already. */
type Known = Pick<SignalFacts, 'group' | 'submission'>

/** REV-12: what the signals of a review look at: its own rows and bounded windows into what others have in common with it. */
export function loadSignalFacts(db: ReadDb, review: Review, known: Known | null = null): SignalFacts {
  const account = db.get<AccountRow>(ACCOUNT_QUERY, review.account)
  const group = known?.group ?? loadGroup(db, review.group)
  if (account === undefined || group === null) throw new Error('a review has a group and an account')
  const submission = known === null ? submissionOf(db, review) : known.submission
  return {
    submission,
    account: { company: account.company, email: account.email, domain: account.domain, createdAt: account.created_at },
    plan: { name: account.plan, limit: account.limit },
    group,
    sample: sampleOf(db, review.group),
    sharedForm: sharedForm(db, submission?.formUrl ?? null, review.account),
    earlier: counted(earlierVerdicts(db, review)),
  }
}

function counted(verdicts: readonly Verdict[]): SignalFacts['earlier'] {
  const of = (kind: Verdict['same'][number]): { accepted: number; rejected: number } => {
    const line = verdicts.filter(({ same }) => same.includes(kind))
    return {
      accepted: line.filter(({ outcome }) => outcome === 'accept').length,
      rejected: line.filter(({ outcome }) => outcome === 'reject').length,
    }
  }
  return { form_url: of('form_url'), domain: of('domain'), source: of('source'), account: of('account') }
}

/** REV-12 */
export const signalsOn = (db: ReadDb, review: Review, known: Known | null = null): SignalView[] => signalsOf(loadSignalFacts(db, review, known))
