import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@contract/define'
import type { ReviewView } from '@contract/reviews'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers, type Rendered } from '@/testing/rendering'
import { RecordDialogs, type Recording } from './record-dialogs'

let runs = 0
/** Another review in each test: what was typed is kept by review. */
const id = (): string => `00000000-0000-7000-8000-${String(runs).padStart(12, '0')}`
const row = (state: Recording['row']['state'] = 'unsubmitted'): Recording['row'] => ({
  id: id(),
  groupName: 'Newsletter',
  company: 'Partneři II',
  language: 'cs',
  state,
})
const onClose = vi.fn()
beforeEach(() => {
  runs += 1
  onClose.mockReset()
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
})

/** As the desk judges: the needed evidence of a web form, and whom to ask. */
const desk: Answers = {
  'reviews.check_submission': ({ submission: { policyConfirmed, method, formUrl, eventName, contactName, contactEmail } }) => ({
    missing: [
      ...(policyConfirmed ? [] : ['policy_confirmed']),
      ...(method === 'web_form' && !formUrl?.includes('.') ? ['form_url'] : []),
      ...(method === 'event' && !eventName ? ['event_name'] : []),
      ...(contactName && contactEmail?.includes('@') ? [] : ['contact']),
    ],
    formLink: formUrl == null || !formUrl.includes('.') ? null : formUrl.endsWith('.com') ? 'bare' : 'deep',
    completeness: 30,
    completenessParts: [{ part: 'link', points: 30, most: 30 }],
  }),
  'reviews.record_submission': () => ({ id: '00000000-0000-7000-8000-0000000000aa', missing: [] }),
  'reviews.record_answer': () => null,
}

const open = (what: Recording['what'], more: Answers = {}, roles: Role[] = ['support'], state?: Recording['row']['state']): Promise<Rendered> =>
  render(<RecordDialogs recording={{ what, row: row(state) }} onClose={onClose} />, { ...desk, ...more }, roles)

/** The field under a label. */
function field(screen: Rendered, label: string): HTMLInputElement | HTMLTextAreaElement {
  const labels = screen.all('label')
  const found = labels.find(({ textContent }) => textContent === label) ?? labels.find(({ textContent }) => textContent.startsWith(label))
  const control = found === undefined ? null : document.getElementById((found as HTMLLabelElement).htmlFor)
  if (control === null) throw new Error(`no field ${label}`)
  return control as HTMLInputElement
}

async function write(screen: Rendered, label: string, text: string): Promise<void> {
  const control = field(screen, label)
  const prototype = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    control.focus()
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, text)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await act(async () => control.blur())
}

const checks = (screen: Rendered): number => screen.calls.filter(({ op }) => op === 'reviews.check_submission').length

/** Until the desk, which is asked a moment after the last key, has judged what was entered. */
async function judged(screen: Rendered, enter: () => Promise<void>): Promise<void> {
  const before = checks(screen)
  await enter()
  for (let rounds = 0; checks(screen) === before && rounds < 60; rounds += 1) await screen.press('Shift')
  expect(checks(screen)).toBeGreaterThan(before)
  await screen.press('Shift')
}

const type = (screen: Rendered, label: string, text: string): Promise<void> => judged(screen, () => write(screen, label, text))
const escape = (screen: Rendered): Promise<void> =>
  act(async () => void screen.find('[role="dialog"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))

const confirm = (screen: Rendered): HTMLButtonElement => screen.button(/^Record/)
const steps = (screen: Rendered): (string | undefined)[] => screen.all('[aria-label="The three steps"] > li').map(({ dataset }) => dataset['state'])
const choose = (screen: Rendered, method: string): Promise<void> => judged(screen, () => screen.click(field(screen, method)))

async function firstStep(screen: Rendered): Promise<void> {
  await write(screen, 'Where the text comes from', ' Letter of 23 Nov ')
  await screen.click(field(screen, 'The customer confirms'))
}

describe('REV-02 a submission in three steps', () => {
  it('shows all three; a later one is locked and says what unlocks it', async () => {
    const screen = await open('submission')
    expect(steps(screen)).toEqual(['now', 'locked', 'locked'])
    expect(screen.text()).toContain('Opens once step 1 is complete. Still missing: the confirmation and where the text comes from.')
    await firstStep(screen)
    expect(steps(screen)).toEqual(['done', 'now', 'locked'])
    await choose(screen, 'Event or paper')
    expect(screen.text()).toContain('Still to come from the customer: the event’s name.')
    expect(confirm(screen).disabled).toBe(true)
    await screen.press('Enter', { ctrlKey: true })
    expect(screen.calls.some(({ op }) => op === 'reviews.record_submission')).toBe(false)
  })

  it('REV-03 asks exactly what the method asks for', async () => {
    const screen = await open('submission')
    await firstStep(screen)
    await choose(screen, 'Event or paper')
    const parts = (): (string | undefined)[] => screen.all('[data-part]').map(({ dataset }) => dataset['part'])
    expect(parts()).toEqual(['event', 'consent', 'details', 'double_opt_in', 'period', 'sender'])
    await choose(screen, 'Web form')
    expect(parts()).toEqual(['link', 'double_opt_in', 'consent', 'period', 'details', 'sender'])
  })

  it('REV-08 sends the customer’s words untrimmed, and nothing of another method', async () => {
    const screen = await open('submission')
    await firstStep(screen)
    await choose(screen, 'Event or paper')
    await type(screen, 'Event', 'Fair')
    await choose(screen, 'Web form')
    await type(screen, 'Direct link to the form', 'https://example.com/form')
    await type(screen, 'Consent wording', '  I agree,\n“ü” \n')
    await type(screen, 'Name', 'A Person')
    await type(screen, 'E-mail', 'person@example.com')
    expect(steps(screen)).toEqual(['done', 'done', 'done'])
    expect(screen.text()).toContain('copied to Partneři II in Czech')
    expect(screen.text()).toContain('Whoever records this can’t decide this review.')
    await screen.click(confirm(screen))
    const sent = screen.calls.find(({ op }) => op === 'reviews.record_submission')?.input
    expect(sent).toMatchObject({
      id: id(),
      source: 'Letter of 23 Nov',
      submission: {
        policyConfirmed: true,
        method: 'web_form',
        formUrl: 'https://example.com/form',
        consentText: '  I agree,\n“ü” \n',
        contactPhone: null,
      },
    })
    expect(Object.keys((sent as { submission: object }).submission)).not.toContain('eventName')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('REV-04 tells the direct link from the bare main domain, and what is no address at all', async () => {
    const screen = await open('submission')
    await firstStep(screen)
    await choose(screen, 'Web form')
    await type(screen, 'Direct link to the form', 'https://example.com')
    expect(screen.text()).toContain('Only the main domain: it shows no form')
    await type(screen, 'Direct link to the form', 'nowhere')
    expect(screen.text()).toContain('This is no address that a browser opens.')
  })

  it('says what is wrong at the field once it was left', async () => {
    const screen = await open('submission')
    expect(screen.text()).not.toContain('At least')
    await write(screen, 'Where the text comes from', 'ab')
    expect(screen.text()).toContain('At least 3 characters.')
    await write(screen, 'Where the text comes from', 'x'.repeat(2001))
    expect(screen.text()).toContain('At most 2,000 characters.')
  })

  it('keeps what was typed when the desk refuses, and asks before Esc throws it away', async () => {
    const screen = await open('submission', { 'reviews.record_submission': { kind: 'refusal', code: 'review_missing', params: {} } })
    await firstStep(screen)
    await choose(screen, 'Web form')
    await type(screen, 'Direct link to the form', 'https://example.com/form')
    await type(screen, 'Name', 'A Person')
    await type(screen, 'E-mail', 'person@example.com')
    await screen.click(confirm(screen))
    expect(screen.find('[role="alert"]').textContent).toContain('doesn’t exist any more')
    expect(field(screen, 'Name').value).toBe('A Person')
    await escape(screen)
    expect(screen.text()).toContain('Throw away what you typed?')
    expect(onClose).not.toHaveBeenCalled()
    await screen.click(screen.button('Throw away'))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('closes an untouched form at once', async () => {
    const screen = await open('submission')
    await escape(screen)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('is found again as it was typed', async () => {
    const first = await open('submission')
    await write(first, 'Where the text comes from', 'Letter')
    const again = await open('submission')
    expect(field(again, 'Where the text comes from').value).toBe('Letter')
  })

  it.each([['reviewer'], ['admin']] as const)('REV-08 tells a %s who may', async (role) => {
    const screen = await open('submission', {}, [role])
    expect(screen.text()).toContain('support passes on what the customer says')
    expect(screen.all('input, textarea')).toEqual([])
  })
})

describe('REV-07 an answer to a question', () => {
  const review = (state: ReviewView['state']): Answers => ({
    'reviews.get': () =>
      ({
        state,
        thread: [{ id: 'q', at: 0, kind: 'question', by: 'Anna', outcome: 'query', state: 'stands', text: 'Which form?', reasons: [] }],
      }) as unknown as ReviewView,
  })

  it('REV-08 shows the question, asks for the source, and sends the answer untrimmed', async () => {
    const screen = await open('answer', review('query'), ['support'], 'query')
    expect(screen.text()).toContain('Which form?')
    expect(confirm(screen).disabled).toBe(true)
    await write(screen, 'Where the text comes from', 'Phone')
    await write(screen, 'The customer’s answer', ' The one\nbelow \n')
    await screen.click(confirm(screen))
    expect(screen.calls.find(({ op }) => op === 'reviews.record_answer')?.input).toEqual({ id: id(), source: 'Phone', text: ' The one\nbelow \n' })
  })

  it('takes none where no question is open', async () => {
    const screen = await open('answer', review('pending'), ['support'], 'query')
    expect(screen.text()).toContain('No question is open')
    await write(screen, 'Where the text comes from', 'Phone')
    await write(screen, 'The customer’s answer', 'Yes')
    expect(confirm(screen).disabled).toBe(true)
  })
})
