import {
  IconArrowForwardUp,
  IconCheck,
  IconFileImport,
  IconForms,
  IconCreditCard,
  IconLock,
  IconLogin2,
  IconNews,
  IconRoute,
  IconSend,
  IconUsersGroup,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Capability, CapabilityView } from '@contract/accounts'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { RuleTag } from '@/kit/timeline'
import classes from './accounts.module.css'

const ICONS: Record<Capability, Icon> = {
  log_in: IconLogin2,
  opt_ins: IconForms,
  payments: IconCreditCard,
  create_newsletters: IconNews,
  send_scheduled: IconSend,
  import_contacts: IconFileImport,
  send_to_groups: IconUsersGroup,
  run_segments: IconRoute,
  share_leads: IconArrowForwardUp,
}

/** CAP-01: what the account may do; where it may not, every reason that lies against it. */
export function Capabilities({ capabilities }: { capabilities: readonly CapabilityView[] }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const off = capabilities.filter(({ on }) => !on)
  const on = capabilities.filter((capability) => capability.on)
  const causes = [...new Map(off.flatMap(({ reasons }) => reasons).map((reason) => [reason.cause, reason])).values()]
  return (
    <section className={classes.part}>
      <h2 className={classes.partHead}>
        {t('capability.title')}
        <span>{t('capability.count', { on: format.number(on.length), all: format.number(capabilities.length) })}</span>
      </h2>
      <div className={classes.partBody}>
        {causes.map(({ cause, since, rule }) => (
          <Banner key={cause} tone="bad" icon={IconLock}>
            {t('capability.off', {
              count: off.filter(({ reasons }) => reasons.some((reason) => reason.cause === cause)).length,
              since: format.dateTime(since),
              why: t(`capability.why.${cause}`),
            })}{' '}
            {t(`capability.back.${cause}`)} <RuleTag rule={rule} />
          </Banner>
        ))}
        {[off, on].map((list, index) =>
          list.length === 0 ? null : (
            <ul key={index === 0 ? 'off' : 'on'} className={classes.capabilities}>
              {list.map((view) => (
                <One key={view.capability} view={view} severalCauses={causes.length > 1} />
              ))}
            </ul>
          ),
        )}
      </div>
    </section>
  )
}

function One({ view: { capability, on, reasons }, severalCauses }: { view: CapabilityView; severalCauses: boolean }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const CapabilityIcon = ICONS[capability]
  return (
    <li className={classes.capability}>
      <CapabilityIcon size={15} stroke={1.7} aria-hidden />
      <span className={classes.capabilityName} data-off={!on || undefined}>
        {t(`capability.name.${capability}`)}
        {severalCauses && reasons.length > 0 ? <small>{format.list(reasons.map(({ cause }) => t(`capability.cause.${cause}`)))}</small> : null}
      </span>
      <span className={classes.capabilityState} data-off={!on || undefined}>
        {on ? <IconCheck size={14} stroke={2} aria-hidden /> : <IconX size={14} stroke={2} aria-hidden />}
        {t(on ? 'capability.on' : 'capability.offWord')}
      </span>
    </li>
  )
}
