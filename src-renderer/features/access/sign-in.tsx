import { Button } from '@mantine/core'
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '@contract/workspace'
import { queryClient } from '@/app/bridge/client'
import { useDeskCommand } from '@/app/bridge/commands'
import type { CallFailure } from '@/app/bridge/failure'
import { failureSentence } from '@/app/bridge/sentences'
import { useLock, workspaceSwitched } from '@/app/session/lock'
import { useShortcuts } from '@/app/shortcuts'
import { FailureNote } from '@/kit/failure-note'
import { initials } from '@/kit/initials'
import { KeyHint } from '@/kit/key-hint'
import { LiveRegion } from '@/kit/live-region'
import classes from './access.module.css'
import { LanguageRow } from './language-row'
import { useOpenDemo } from './open-demo'
import { PassphraseField } from './passphrase-field'

const Recover = lazy(() => import('./recover'))

type Person = WorkspaceStatus['operators'][number]

/** Who it is, and their passphrase (DSK-07). */
export function SignIn({ status, failure }: { status: WorkspaceStatus; failure: CallFailure | null }) {
  const { t } = useTranslation('access')
  const { ground, operatorId } = useLock()
  const people = status.operators
  // In the demo nobody knows the passphrase; it is entered without.
  const [chosen, setChosen] = useState(() =>
    status.demo ? null : people.some(({ id }) => id === operatorId) ? operatorId : people.length === 1 ? (people[0]?.id ?? null) : null,
  )
  const [recovering, setRecovering] = useState(false)
  const demo = useOpenDemo()
  const leave = useDeskCommand('workspace.leave_demo', { onDone: workspaceSwitched })

  useShortcuts(
    people.slice(0, 9).map(({ id, name }, index) => ({
      id: `access.person.${index + 1}`,
      keys: [String(index + 1)],
      label: name,
      group: 'screen' as const,
      run: () => setChosen(id),
      menu: false,
      palette: false,
    })),
  )
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden>
            R
          </span>
          <div>
            <h1 className={classes.title}>{status.demo ? t('signIn.demoTitle') : 'Reeve'}</h1>
            <p className={classes.text}>{t(`signIn.${ground ?? 'fresh'}`)}</p>
          </div>
        </div>
        <FailureNote failure={failure} />
        {status.demo ? (
          <Button variant="filled" fullWidth mt={16} autoFocus loading={demo.command.running} onClick={demo.open}>
            {t('signIn.demoAgain')}
          </Button>
        ) : null}
        <ul className={classes.operators} aria-label={t('signIn.operators')}>
          {people.map((person, index) => (
            <li key={person.id} className={classes.operator} data-chosen={person.id === chosen || undefined}>
              <button type="button" className={classes.person} aria-pressed={person.id === chosen} onClick={() => setChosen(person.id)}>
                <span className={classes.initials} aria-hidden>
                  {initials(person.name)}
                </span>
                <span className={classes.personName}>
                  {person.name}
                  <span className={classes.personNote}>{person.shortName}</span>
                </span>
                {index < 9 ? <KeyHint keys={String(index + 1)} /> : null}
              </button>
              {person.id === chosen ? <Unlock key={person.id} person={person} locked={ground === 'locked' || ground === 'idle'} /> : null}
            </li>
          ))}
        </ul>
        <div className={classes.links}>
          <button type="button" onClick={() => setRecovering(true)}>
            {t('signIn.recover')}
          </button>
          {status.demo ? (
            <button type="button" disabled={leave.running} onClick={() => void leave.run({})}>
              {t('signIn.leaveDemo')}
            </button>
          ) : (
            <button type="button" disabled={demo.command.running} onClick={demo.open}>
              {t(demo.command.running ? 'first.demoOpening' : 'signIn.openDemo')}
            </button>
          )}
        </div>
        <LanguageRow />
      </div>
      {recovering ? (
        <Suspense fallback={null}>
          <Recover onClose={() => setRecovering(false)} people={people} chosen={chosen} />
        </Suspense>
      ) : null}
      <LiveRegion />
    </main>
  )
}

function Unlock({ person, locked }: { person: Person; locked: boolean }) {
  const { t } = useTranslation('access')
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const signIn = useDeskCommand('access.sign_in', {
    failures: 'inline',
    onDone: (session) => queryClient.setQueryData(['access.session', {}], session),
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (passphrase === '' || signIn.running) return
    if ((await signIn.run({ operatorId: person.id, passphrase })) !== null) return
    setPassphrase('')
    field.current?.focus()
  }
  return (
    <form className={classes.unlock} onSubmit={(event) => void submit(event)}>
      <PassphraseField
        ref={field}
        aria-label={t('signIn.passphraseOf', { name: person.name })}
        placeholder={t('passphrase.label')}
        autoComplete="current-password"
        autoFocus
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={signIn.running} rightSection={<KeyHint keys="enter" />}>
        {t(locked ? 'signIn.unlock' : 'signIn.enter')}
      </Button>
      {signIn.failure === null ? null : (
        <p className={classes.failure} role="alert">
          {failureSentence(signIn.failure)}
        </p>
      )}
    </form>
  )
}
