import { ACCOUNT_HEAD, accountRow, commandLine, makeSimulation, PASSPHRASE, PLANS, writeFeeds } from './people'

/** Mon 23 Nov 2026, 10:00 in Berlin. */
export const START = '2026-11-23T09:00:00Z'
export const MINUTE = 60_000

export const GROUP_HEAD = 'group_id,account_id,name,receivers,created_at,source'
export const ANSWER_HEAD = 'answer_id,group_id,answered_at,text'
const SUBMISSION_HEAD =
  'submission_id,group_id,submitted_at,policy_confirmed,method,form_url,double_opt_in,consent_text,collected_from,collected_to,details,contact_name,contact_email,sender_domain'

export const groupRow = (id: string, account: string, name: string): string => `${id},${account},${name},480,2026-11-20T08:00:00Z,`

/** A complete submission by web form, `minute` of START's hour before it; what is given differs. */
export function submissionRow(id: string, group: string, minute: number, given: { form?: string; confirmed?: boolean; at?: string } = {}): string {
  const at = given.at ?? `2026-11-23T08:${String(minute).padStart(2, '0')}:00Z`
  const form = given.form ?? `https://${group.toLowerCase()}.example/newsletter/subscribe`
  const consent = '"Yes, I want the newsletter of the shop by e-mail. I can revoke this at any time."'
  return `${id},${group},${at},${given.confirmed ?? true},web_form,${form},true,${consent},2025-01-01,2026-10-31,,Petra Vogel,petra@${group.toLowerCase()}.example,${group.toLowerCase()}.example`
}

const COMPANIES = ['Adler', 'Birke', 'Castor', 'Distel', 'Eiche', 'Falke', 'Ginster', 'Hasel', 'Iltis', 'Jaspis'] as const

/** Group number n belongs to the nth company, has its own form, and was submitted n minutes after the first. */
export const groupName = (nth: number): string => `Readers of ${COMPANIES[nth]}`
export const groupId = (nth: number): string => `G${nth}`

/** Ten companies, each with one group that waits for review; the first submitted stands first. */
export function tenGroups(): string[] {
  return writeFeeds({
    plans: PLANS,
    accounts: [ACCOUNT_HEAD, ...COMPANIES.map((company, nth) => accountRow(`a${nth}`, company, 'startup'))],
    groups: [GROUP_HEAD, ...COMPANIES.map((_, nth) => groupRow(groupId(nth), `a${nth}`, groupName(nth)))],
    submissions: [SUBMISSION_HEAD, ...COMPANIES.map((_, nth) => submissionRow(`S${nth}`, groupId(nth), nth))],
  })
}

export const submissionFeed = (rows: readonly string[]): string[] => writeFeeds({ submissions: [SUBMISSION_HEAD, ...rows] })
export const answerFeed = (rows: readonly string[]): string[] => writeFeeds({ answers: [ANSWER_HEAD, ...rows] })

/** A simulation with the ten groups taken in. */
export function makeReviews(): string {
  const folder = makeSimulation(START)
  importInto(folder, tenGroups())
  return folder
}

export function importInto(folder: string, files: readonly string[]): void {
  commandLine(['import', ...files, '--store', folder, '--json'])
}

export function addOperator(folder: string, name: string, roles: string): void {

  commandLine(['operators', 'add', name, '--role', roles, '--store', folder, '--passphrase-stdin'], `${PASSPHRASE}\n`)
}
