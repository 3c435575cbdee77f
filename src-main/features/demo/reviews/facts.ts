import type { Method } from '@contract/reviews'
import type { Row } from '../feeds'
import type { Part } from './cast'
import type { Act, Look } from './stories'
import { TEXTS } from './texts/index'

const DAY = 86_400_000
const iso = (at: number): string => new Date(at).toISOString()
const date = (at: number): string => iso(at).slice(0, 10)

/** What the platform reports of one list, by kind of feed. */
export type ReviewRows = Record<'groups' | 'submissions' | 'answers' | 'samples', Row[]>
export const REVIEW_KINDS = ['groups', 'submissions', 'answers', 'samples'] as const
export const noRows = (): ReviewRows => ({ groups: [], submissions: [], answers: [], samples: [] })

/** The list itself; `at` (ms UTC): when the platform saw it. */
export function groupRow(
  { account, story, groupId }: Part,
  { created, at, receivers = story.receivers, gone = false }: { created: number; at: number; receivers?: number; gone?: boolean },
): Row {
  const texts = TEXTS[story.language]
  return {
    group_id: groupId,
    account_id: account.accountId,
    name: texts.lists[story.list],
    receivers,
    created_at: iso(created),
    source: `${story.list}-${date(created)}-${groupId.slice(2)}.csv`,
    observed_at: iso(at),
    removed_at: gone ? iso(at) : '',
  }
}

/** The form's address as a customer would give it. */
export function formUrl({ account: { domain }, story: { language } }: Part, form: Look['form']): string {
  const { path } = TEXTS[language]
  switch (form) {
    case undefined:
      return ''
    case 'deep':
      return `https://www.${domain}/${path}`
    case 'http':
      return `http://www.${domain}/${path}`
    case 'bare':
      return `www.${domain}`
    case 'lookalike':
      return `https://www.${lookalike(domain)}/${path}`
    case 'shared':
      return 'https://formulare.werbekontor.de.example/f/7712'
  }
}

/** Another domain that reads the same at a glance. */
function lookalike(domain: string): string {
  const [name, ...rest] = domain.split('.')
  const swapped = [
    ['m', 'rn'],
    ['l', '1'],
    ['o', '0'],
    ['w', 'vv'],
  ].find(([letter]) => name!.includes(letter!)) ?? ['-', '_']
  return [name!.replace(swapped[0]!, swapped[1]!), ...rest].join('.')
}

/** What a submission says beside ids and times, as the feed's columns. */
export function evidenceOf(part: Part, look: Look, at: number): Row {
  const texts = TEXTS[part.story.language]
  const { account } = part
  const has = (...methods: Method[]): boolean => methods.includes(look.method)
  const said = (text: string | undefined): string => (text ?? '').replaceAll('{company}', account.company)
  return {
    method: look.method,
    form_url: formUrl(part, look.form),
    double_opt_in: look.doubleOptIn ?? '',
    consent_text: said(look.consent === undefined ? '' : texts.consents[look.consent]),
    collected_from: look.details === undefined ? '' : date(at - 700 * DAY),
    collected_to: look.details === undefined ? '' : date(at - 3 * DAY),
    event_name: has('event') ? texts.event : '',
    event_date: has('event') ? date(at - 24 * DAY) : '',
    partner_name: has('partner') ? texts.partner : '',
    partner_contract: has('partner') ? texts.contract : '',
    previous_provider: has('migration') ? texts.provider : '',
    details: look.details === undefined ? '' : texts.details[look.details],
    contact_name: account.person,
    contact_phone: account.phone,
    contact_email: account.email,
    sender_domain: look.sender === undefined ? '' : look.sender === 'own' ? account.domain : `versand.${account.place.domain}.example`,
  }
}

/** Adds what an act makes the platform report. `nth`: which act of its story; `created`: when the list was made. */
export function addAct(rows: ReviewRows, part: Part, act: Act, { nth, at, created }: { nth: number; at: number; created: number }): void {
  const { groupId, story } = part
  switch (act.does) {
    case 'submits': {
      const id = `${groupId}-S${nth + 1}`
      const evidence = evidenceOf(part, act.look, at)
      rows.submissions.push({ submission_id: id, group_id: groupId, submitted_at: iso(at), policy_confirmed: act.lacks !== 'policy', ...evidence })
      if (nth === 0) rows.samples.push(...sampleRows(part))
      break
    }
    case 'answers': {
      const link = act.what === 'link' ? ` ${formUrl(part, 'deep')}` : ''
      rows.answers.push({
        answer_id: `${groupId}-A${nth + 1}`,
        group_id: groupId,
        answered_at: iso(at),
        text: `${TEXTS[story.language].answers[act.what]}${link}`,
      })
      break
    }
    case 'grows':
      rows.groups.push(groupRow(part, { created, at, receivers: act.to }))
      break
    case 'goes':
      rows.groups.push(groupRow(part, { created, at, gone: true }))
      break
    default:
  }
}

const SAMPLE = 40
const ROLES = ['info', 'office', 'sales', 'kontakt', 'marketing']
const SLIPS = ['anna.k@gmail.con', 'peter@hotmail.con', 'maria', 'jan@', 'no mail']

/** Addresses of nobody: first names of the country at made-up domains. */
function sampleRows({ account: { place }, story: { sample }, groupId }: Part): Row[] {
  if (sample === undefined) return []
  return Array.from({ length: SAMPLE }, (_, n) => {
    const name = place.people[n % place.people.length]!.toLowerCase()
    const slip = sample === 'messy' ? SLIPS[n] : undefined
    const role = sample === 'roles' && n % 3 === 0 ? ROLES[(n / 3) % ROLES.length] : undefined
    return { group_id: groupId, email: slip ?? `${role ?? `${name.normalize('NFKD').replaceAll(/[^a-z]/g, '')}${n}`}@post-${(n * 7) % 23}.example` }
  })
}
