import { ActionIcon, Button, NumberInput, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '@contract/accounts'
import { useDeskCommand } from '@/app/bridge/commands'
import { resourceInWords } from '@/app/words'
import { ConfirmDialog } from '@/kit/dialog'
import { currencyDigits, useFormat } from '@/kit/format/use-format'
import classes from './settings.module.css'

interface Limit {
  resource: string
  limit: number | ''
}

const whole = (value: string | number): number | '' => (typeof value === 'number' ? value : '')

/** LIM-01: one plan, as it will be. Limits that change open or resolve cases at once. */
export function PlanDialog({ plan, onClose }: { plan: PlanView | null; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [planId, setPlanId] = useState(plan?.planId ?? '')
  const [name, setName] = useState(plan?.name ?? '')
  const [rank, setRank] = useState<number | ''>(plan?.rank ?? '')
  const [paid, setPaid] = useState(plan?.paid ?? true)
  const [currency, setCurrency] = useState(plan?.currency ?? 'EUR')
  const known = /^[A-Z]{3}$/.test(currency)
  const digits = known ? currencyDigits(currency) : 2
  const [price, setPrice] = useState<number | ''>(plan?.priceMinor == null ? '' : plan.priceMinor / 10 ** digits)
  const [limits, setLimits] = useState<readonly Limit[]>(() =>
    Object.entries(plan?.limits ?? { contacts: 0 }).map(([resource, limit]) => ({ resource, limit })),
  )
  const save = useDeskCommand('plans.save', { failures: 'inline', onDone: onClose })

  const change = (index: number, part: Partial<Limit>): void =>
    setLimits((now) => now.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const names = limits.map(({ resource }) => resource.trim())
  const limitsOk = names.every((resource, index) => resource !== '' && names.indexOf(resource) === index) && limits.every(({ limit }) => limit !== '')
  const ready = planId.trim() !== '' && name.trim() !== '' && rank !== '' && (!paid || price === '' || known) && limitsOk
  const submit = (): void => {
    if (rank === '') return
    const priced = paid && price !== ''
    void save.run({
      id: plan?.id ?? null,
      planId: planId.trim(),
      name: name.trim(),
      rank,
      paid,
      priceMinor: priced ? Math.round(price * 10 ** digits) : null,
      currency: priced ? currency : null,
      limits: Object.fromEntries(limits.flatMap(({ resource, limit }) => (limit === '' ? [] : [[resource.trim(), limit]]))),
    })
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={plan === null ? t('plans.addTitle') : t('plans.editTitle', { name: plan.name })}
      confirmLabel={t('plans.save')}
      confirmDisabled={!ready}
      running={save.running}
      failure={save.failure}
      onConfirm={submit}
      remark={plan === null ? undefined : t('plans.concerns', { count: plan.accounts.count, number: format.total(plan.accounts) })}
      size={540}
    >
      <div className={classes.pair}>
        <TextInput label={t('plans.name')} value={name} maxLength={100} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label={t('plans.planId')}
          description={plan === null ? undefined : t('plans.planIdFixed')}
          value={planId}
          maxLength={128}
          readOnly={plan !== null}
          onChange={(event) => setPlanId(event.currentTarget.value)}
        />
      </div>
      <div className={classes.pair}>
        <NumberInput
          label={t('plans.rank')}
          description={t('plans.rankText')}
          value={rank}
          min={0}
          max={1000}
          allowDecimal={false}
          onChange={(value) => setRank(whole(value))}
        />
        <Switch label={t('plans.paid')} description={t('plans.paidText')} checked={paid} onChange={(event) => setPaid(event.currentTarget.checked)} />
      </div>
      {paid ? (
        <div className={classes.pair}>
          <NumberInput
            label={t('plans.price')}
            value={price}
            min={0}
            decimalScale={digits}
            decimalSeparator={format.decimalSeparator}
            onChange={(value) => setPrice(whole(value))}
          />
          <TextInput
            label={t('plans.currency')}
            value={currency}
            maxLength={3}
            error={known ? undefined : t('plans.currencyRule')}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        </div>
      ) : null}
      <div>
        <p className={classes.label}>{t('plans.limits')}</p>
        <p className={classes.text}>{t('plans.limitsText')}</p>
      </div>
      <div className={classes.limits}>
        {limits.map((line, index) => (
          <LimitLine
            key={index}
            line={line}
            doubled={names.indexOf(line.resource.trim()) !== index}
            onChange={(part) => change(index, part)}
            onRemove={() => setLimits((now) => now.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <Button
        leftSection={<IconPlus size={14} />}
        style={{ justifySelf: 'start' }}
        onClick={() => setLimits((now) => [...now, { resource: '', limit: '' }])}
      >
        {t('plans.addLimit')}
      </Button>
    </ConfirmDialog>
  )
}

interface LimitLineProps {
  line: Limit
  doubled: boolean
  onChange: (part: Partial<Limit>) => void
  onRemove: () => void
}

function LimitLine({ line, doubled, onChange, onRemove }: LimitLineProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <TextInput
        aria-label={t('plans.resource')}
        placeholder={t('plans.resourceExample')}
        value={line.resource}
        maxLength={64}
        error={doubled ? t('plans.resourceDoubled') : undefined}
        onChange={(event) => onChange({ resource: event.currentTarget.value })}
      />
      <NumberInput
        aria-label={t('plans.limitOf', { resource: resourceInWords(line.resource) })}
        value={line.limit}
        min={0}
        allowDecimal={false}
        hideControls
        onChange={(value) => onChange({ limit: whole(value) })}
      />
      <ActionIcon aria-label={t('plans.removeLimit', { resource: resourceInWords(line.resource) })} onClick={onRemove}>
        <IconTrash size={15} stroke={1.7} />
      </ActionIcon>
    </>
  )
}
