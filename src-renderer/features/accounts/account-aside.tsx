import { Button, DataList } from '@mantine/core'
import { IconArrowBackUp, IconBell, IconClockExclamation, IconGauge } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import type { CaseRow } from '@contract/limits'
import { codeInWords } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { byResource, NextStepCell, priceText, resourceName, type CaseDialog } from '@/features/limits'
import { useFormat } from '@/kit/format/use-format'
import { RuleTag } from '@/kit/timeline'
import { useAccountFacts } from './account-facts'
import classes from './accounts.module.css'
import { Capabilities } from './capabilities'

interface AsideProps {
  account: AccountView
  openCase: CaseRow | null
  onDialog: (dialog: CaseDialog | 'revert') => void
}

/** Beside every tab: what the account may do, what is open, the way back, and who it is. */
export function AccountAside({ account, openCase, onDialog }: AsideProps) {
  const { t } = useTranslation('accounts')
  const facts = useAccountFacts(account)
  const shown = [
    ...facts.company.filter(({ id }) => ['email', 'phone', 'language', 'zone'].includes(id)),
    ...facts.contract.filter(({ id }) => ['billingCycleEnd', 'consumer'].includes(id)),
  ]
  return (
    <div className={classes.aside} tabIndex={0} role="group" aria-label={t('aside.label')}>
      <Capabilities capabilities={account.capabilities} />
      <OpenWork account={account} openCase={openCase} />
      {account.originalPlan === null ? null : <OriginalPlan account={account} onOpen={() => onDialog('revert')} />}
      <section className={classes.part}>
        <h2 className={classes.partHead}>{t('aside.people')}</h2>
        <div className={classes.partBody}>
          <DataList labelWidth={112} gap={6}>
            {shown.map(({ id, label, text }) => (
              <DataList.Item key={id}>
                <DataList.ItemLabel>{label}</DataList.ItemLabel>
                <DataList.ItemValue>{text}</DataList.ItemValue>
              </DataList.Item>
            ))}
          </DataList>
        </div>
      </section>
    </div>
  )
}

function OpenWork({ account, openCase }: { account: AccountView; openCase: CaseRow | null }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const now = useNow(60_000)
  const count = (openCase === null ? 0 : 1) + (account.planAwaitedSince === null ? 0 : 1) + account.notices.length
  const over =
    openCase?.usage
      .filter(({ used, limit }) => limit !== null && used > limit)
      .map(({ resource }) => resource)
      .sort(byResource)
      .map(resourceName) ?? []
  return (
    <section className={classes.part}>
      <h2 className={classes.partHead}>
        {t('open.title')}
        <span>{format.number(count)}</span>
      </h2>
      <ul className={classes.open}>
        {openCase === null ? null : (
          <li>
            <IconGauge size={16} stroke={1.7} data-tone="bad" aria-hidden />
            <div>
              <button
                type="button"
                className={classes.link}
                onClick={() =>
                  go({ screen: 'limits', query: { case: openCase.id, ...(openCase.state === 'enforced' ? { tab: 'restricted' } : {}) } })
                }
              >
                {t('open.case')}
              </button>{' '}
              <span className={classes.quiet}>{format.list(over)}</span>
              <NextStepCell row={openCase} now={now} wrap />
            </div>
          </li>
        )}
        {account.planAwaitedSince === null ? null : (
          <li>
            <IconClockExclamation size={16} stroke={1.7} data-tone="warn" aria-hidden />
            <div>{t('open.planAwaited', { since: format.dateTime(account.planAwaitedSince) })}</div>
          </li>
        )}
        {account.notices.map(({ kind, shownAt }) => (
          <li key={`${kind}${shownAt}`}>
            <IconBell size={16} stroke={1.7} aria-hidden />
            <div>
              {t('open.notice', { notice: codeInWords('accounts:notice', kind) })}{' '}
              <span className={classes.quiet}>{t('open.since', { since: format.dateTime(shownAt) })}</span>
            </div>
          </li>
        ))}
        {count === 0 ? <li className={classes.quiet}>{t('open.nothing')}</li> : null}
      </ul>
    </section>
  )
}

function OriginalPlan({ account, onOpen }: { account: AccountView; onOpen: () => void }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const maySupport = useMay(['support', 'admin'])
  const plan = account.originalPlan
  if (plan === null) return null
  const excess = account.usage.filter(({ resource, used }) => used > (plan.limits[resource] ?? Number.POSITIVE_INFINITY))
  return (
    <section className={classes.part}>
      <h2 className={classes.partHead}>
        {t('revert.title')}
        <span className={classes.end}>
          <RuleTag rule="LIM-09" />
        </span>
      </h2>
      <div className={classes.partBody}>
        <p className={classes.text}>
          {t('revert.plan', { plan: plan.name, price: priceText(plan, format) })}{' '}
          {excess.length === 0
            ? t('revert.fits')
            : t('revert.tooMuch', { resources: format.list(excess.map(({ resource }) => resourceName(resource))) })}
        </p>
        {maySupport ? (
          <Button leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />} onClick={onOpen}>
            {t('revert.open')}
          </Button>
        ) : (
          <p className={classes.quiet}>{t('revert.supportOnly')}</p>
        )}
      </div>
    </section>
  )
}
