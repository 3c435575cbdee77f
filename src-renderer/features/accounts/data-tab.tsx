import { DataList } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import { codeInWords } from '@/app/bridge/sentences'
import { byResource, resourceName } from '@/features/limits'
import { useFormat } from '@/kit/format/use-format'
import { useAccountFacts, type Fact } from './account-facts'
import classes from './accounts.module.css'

/** All facts Reeve holds on the account, as the platform reported them. */
export function DataTab({ account }: { account: AccountView }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const facts = useAccountFacts(account)
  const usage: Fact[] = [...account.usage]
    .sort((a, b) => byResource(a.resource, b.resource))
    .map(({ resource, used, limit, observedAt }) => ({
      id: resource,
      label: resourceName(resource),
      text: t('data.usageOf', {
        used: format.number(used),
        limit: limit === null ? t('data.noLimit') : format.number(limit),
        at: format.dateTimeFull(observedAt),
      }),
    }))
  const notices: Fact[] = account.notices.map(({ kind, shownAt }) => ({
    id: `${kind}${shownAt}`,
    label: codeInWords('accounts:notice', kind),
    text: t('data.shownSince', { at: format.dateTimeFull(shownAt) }),
  }))
  return (
    <div className={classes.data} tabIndex={0} role="group" aria-label={t('tab.data')}>
      <Section title={t('data.sectionCompany')} facts={facts.company} />
      <Section title={t('data.sectionContract')} facts={facts.contract} />
      <Section title={t('data.sectionActivity')} facts={facts.activity} />
      <Section title={t('data.sectionUsage')} facts={usage} />
      <Section title={t('data.sectionNotices')} facts={notices} />
    </div>
  )
}

function Section({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const { t } = useTranslation('accounts')
  return (
    <section className={classes.dataSection}>
      <h2>{title}</h2>
      {facts.length === 0 ? <p className={classes.quiet}>{t('data.nothing')}</p> : null}
      <DataList labelWidth={150}>
        {facts.map(({ id, label, text }) => (
          <DataList.Item key={id}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{text}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </section>
  )
}
