import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '@contract/reviews'
import { announce } from '@/kit/live-region'
import { FailureNote } from '@/kit/failure-note'
import { KeyHint } from '@/kit/key-hint'
import { AcceptForm } from './accept-form'
import { ActionsMenu } from './actions-menu'
import { BlockLines, useBlockWords } from './block-lines'
import classes from './deciding.module.css'
import { MessagePreview } from './message-preview'
import { QueryForm } from './query-form'
import { RejectForm } from './reject-form'
import type { Deciding } from './use-deciding'

const FORM = { accept: AcceptForm, query: QueryForm, reject: RejectForm } as const

/** REV-07, REV-13: below the detail; what blocks stands above the buttons. */
export function DecisionBar({ deciding }: { deciding: Deciding }) {
  const { outcome, blocks, departs, review, failure } = deciding
  const bar = useRef<HTMLElement>(null)
  useFirstField(bar, outcome)
  useBlocksSaid(deciding)
  const shownDeparture = departs === null ? null : { verdict: departs, outcome: outcome ?? 'accept' }
  return (
    <section ref={bar} className={classes.bar} aria-label={deciding.label} data-pane data-open={outcome ?? undefined}>
      <BlockLines
        review={review}
        blocks={blocks}
        departs={outcome === 'query' || deciding.stopped ? null : shownDeparture}
        onLookAgain={deciding.lookAgain}
        onReopen={deciding.reopen}
        onUndo={deciding.undo}
      />
      {outcome === null ? <Choices deciding={deciding} /> : <OpenForm deciding={deciding} outcome={outcome} />}
      {outcome === null ? <FailureNote failure={failure} /> : null}
    </section>
  )
}

function Choices({ deciding }: { deciding: Deciding }) {
  const { t } = useTranslation('reviews')
  const { stopped, open, parts, look } = deciding
  return (
    <div className={classes.buttons}>
      {deciding.offered ? (
        <>
          <Button variant="filled" disabled={stopped} onClick={() => open('accept')} rightSection={<KeyHint keys="a" />}>
            {t('action.acceptAsk')}
          </Button>
          <Button disabled={stopped || !deciding.mayAsk} onClick={() => open('query')} rightSection={<KeyHint keys="q" />}>
            {t('action.queryAsk')}
          </Button>
          <Button variant="outline" color="bad" disabled={stopped} onClick={() => open('reject')} rightSection={<KeyHint keys="r" />}>
            {t('action.rejectAsk')}
          </Button>
          <span className={classes.line} aria-hidden />
        </>
      ) : null}
      {deciding.openEvidence === null ? null : (
        <Button
          leftSection={<IconExternalLink size={14} stroke={1.7} aria-hidden />}
          onClick={deciding.openEvidence}
          rightSection={<KeyHint keys="e" />}
        >
          {t('action.evidence')}
        </Button>
      )}
      <ActionsMenu deciding={deciding} />
      <span className={classes.end}>
        {deciding.offered ? <span className={classes.ticked}>{t('evidence.count', { ticked: look.ticked.size, all: parts.length })}</span> : null}
        <Button variant="subtle" color="gray" onClick={deciding.skip} rightSection={<KeyHint keys="s" />}>
          {t('action.skip')}
        </Button>
        {deciding.claimed ? (
          <Button variant="subtle" color="gray" onClick={deciding.release} rightSection={<KeyHint keys="shift+c" />}>
            {t('action.release')}
          </Button>
        ) : null}
      </span>
    </div>
  )
}

function OpenForm({ deciding, outcome }: { deciding: Deciding; outcome: Outcome }) {
  const { t } = useTranslation(['reviews', 'common'])
  const Form = FORM[outcome]
  const { missing, confirm, cancel, decide, preview, failure } = deciding
  return (
    <>
      <div className={classes.form} data-outcome={outcome}>
        <Form {...deciding.form} />
        <MessagePreview preview={preview} />
      </div>
      <FailureNote failure={failure} />
      <div className={classes.buttons}>
        {/* Not disabled: Enter on it says what is missing. */}
        <Button
          variant="filled"
          {...(outcome === 'reject' ? { color: 'bad' } : {})}
          aria-disabled={missing !== null}
          {...(missing === null ? {} : { 'data-disabled': true })}
          {...(outcome === 'accept' ? { 'data-first': true } : {})}
          loading={decide.running}
          onClick={confirm}
          rightSection={<KeyHint keys={outcome === 'accept' ? 'Enter' : 'mod+Enter'} />}
        >
          {t(`reviews:action.${outcome}`)}
        </Button>
        <Button onClick={cancel} rightSection={<KeyHint keys="esc" />}>
          {t('common:cancel')}
        </Button>
        <span className={classes.remark} data-missing={missing !== null || undefined} role="status">
          {missing ?? t('reviews:remark', { seconds: deciding.undoSeconds })}
        </span>
      </div>
    </>
  )
}

/** A claim, a change or a colleague's decision that comes while somebody looks is said, not only shown. */
function useBlocksSaid({ blocks, review }: Deciding): void {
  const words = useBlockWords()
  const known = useRef<ReadonlySet<string>>(new Set(blocks.map(({ kind }) => kind)))
  useEffect(() => {
    const fresh = blocks.find(({ kind, stops }) => stops && !known.current.has(kind))
    known.current = new Set(blocks.map(({ kind }) => kind))
    if (fresh !== undefined) announce(words(fresh.kind, review), 'assertive')
  })
}

/** Keys go to what comes first: the confirm button of an accept, else the first field. */
function useFirstField(bar: RefObject<HTMLElement | null>, outcome: Outcome | null): void {
  useEffect(() => {
    if (outcome !== null) bar.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
  }, [bar, outcome])
}
