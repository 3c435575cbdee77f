import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { useFormat } from '@/kit/format/use-format'

export interface Fact {
  id: string
  label: string
  text: string
}

/** What the platform reports about an account, in words; empty facts show a dash. */
export function useAccountFacts(account: AccountView): Record<'company' | 'contract' | 'activity', Fact[]> {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const none = t('data.none')
  const fact = (id: string, text: string | null): Fact => ({ id, label: t(`data.${id}`), text: text === null || text === '' ? none : text })
  const date = (at: number | null): string | null => (at === null ? null : format.dateTimeFull(at))
  const yes = (value: boolean | null): string | null => (value === null ? null : t(value ? 'data.yes' : 'data.no'))
  const address = [
    account.street,
    [account.postalCode, account.city].filter((part) => part !== null && part !== '').join(' '),
    format.country(account.country),
  ]
  return {
    company: [
      fact('company', account.company),
      fact('accountId', account.accountId),
      fact('registrationNo', account.registrationNo),
      fact('address', address.filter((part) => part !== null && part !== '').join(', ')),
      fact('email', account.email),
      fact('phone', account.phone),
      fact('domain', account.domain),
      fact('language', LANGUAGE_NAMES[account.language]),
      fact('zone', account.zone),
      fact('team', account.team),
    ],
    contract: [
      fact('plan', account.plan.name),
      fact('originalPlan', account.originalPlan?.name ?? null),
      fact('planAwaited', date(account.planAwaitedSince)),
      fact('trial', yes(account.trial)),
      fact('trialEndsOn', account.trialEndsOn === null ? null : format.date(account.trialEndsOn)),
      fact('consumer', yes(account.consumer)),
      fact('upgradeConsent', account.upgradeConsent === null ? t('data.notAsked') : yes(account.upgradeConsent)),
      fact('billingCycleEnd', account.billingCycleEnd === null ? null : format.date(account.billingCycleEnd)),
    ],
    activity: [
      fact('createdAt', date(account.createdAt)),
      fact('lastLoginAt', date(account.lastLoginAt)),
      fact('lastActivityAt', date(account.lastActivityAt)),
      fact('removedAt', date(account.removedAt)),
    ],
  }
}
