import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFilterOff } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { useShortcuts } from '@/app/shortcuts'
import { DateField } from '@/kit/date-field'
import { useFormat } from '@/kit/format/use-format'
import { actorInWords, eventTitle } from './event-words'
import classes from './journal.module.css'
import { isNarrowed, type JournalFilter } from './journal-filter'

interface FilterBarProps {
  filter: JournalFilter
  onChange: (patch: Partial<JournalFilter>) => void
  onClear: () => void
}

/** Narrows by kind, account, person, rule and dates; `/` goes to the first field. */
export function FilterBar({ filter, onChange, onClear }: FilterBarProps) {
  const { t } = useTranslation(['journal', 'app'])
  const format = useFormat()
  const first = useRef<HTMLInputElement>(null)
  const facets = useDeskQuery('journal.facets', {})
  useShortcuts([
    { id: 'journal.filter', keys: ['/', 'mod+f'], label: t('app:action.filter'), group: 'screen', run: () => first.current?.focus(), palette: false },
  ])
  const kinds = (facets.data?.kinds ?? []).map((kind) => ({ value: kind, label: eventTitle(kind) })).sort((a, b) => format.compare(a.label, b.label))
  const actors = (facets.data?.actors ?? [])
    .map(({ id, name }) => ({ value: id, label: actorInWords(id, name) }))
    .sort((a, b) => format.compare(a.label, b.label))
  return (
    <div className={classes.filters} role="search" aria-label={t('journal:filter.label')}>
      <Select
        ref={first}
        aria-label={t('journal:filter.kind')}
        placeholder={t('journal:filter.kind')}
        data={kinds}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        searchable
        clearable
        nothingFoundMessage={t('journal:filter.nothing')}
        w={210}
      />
      <AccountSelect value={filter.account} onChange={(account) => onChange({ account })} />
      <Select
        aria-label={t('journal:filter.actor')}
        placeholder={t('journal:filter.actor')}
        data={actors}
        value={filter.actor}
        onChange={(actor) => onChange({ actor })}
        searchable
        clearable
        w={150}
      />
      <Select
        aria-label={t('journal:filter.rule')}
        placeholder={t('journal:filter.rule')}
        data={facets.data?.rules ?? []}
        value={filter.rule}
        onChange={(rule) => onChange({ rule })}
        searchable
        clearable
        w={104}
      />
      <DateField
        quiet
        clearable
        label={t('journal:filter.from')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
        {...(filter.to === null ? {} : { max: filter.to })}
        width={146}
      />
      <DateField
        quiet
        clearable
        label={t('journal:filter.to')}
        value={filter.to}
        onChange={(to) => onChange({ to })}
        {...(filter.from === null ? {} : { min: filter.from })}
        width={146}
      />
      {isNarrowed(filter) ? (
        <Button variant="subtle" color="gray" leftSection={<IconFilterOff size={14} stroke={1.7} aria-hidden />} onClick={onClear}>
          {t('journal:filter.clear')}
        </Button>
      ) : null}
    </div>
  )
}

const LEAST = 3

/** Finds an account by the beginnings of words, from three characters on. */
function AccountSelect({ value, onChange }: { value: string | null; onChange: (account: string | null) => void }) {
  const { t } = useTranslation('journal')
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 200)
  const chosen = useDeskQuery('accounts.get', { id: value ?? '' }, { enabled: value !== null })
  const able = search.length >= LEAST && search !== chosen.data?.company
  const found = useDeskQuery('accounts.list', { search, limit: 20 }, { enabled: able, keepPrevious: true })
  const options = able ? (found.data?.rows ?? []).map(({ id, company, accountId }) => ({ value: id, label: company, accountId })) : []
  const known =
    value === null || options.some((option) => option.value === value)
      ? options
      : [{ value, label: chosen.data?.company ?? '…', accountId: chosen.data?.accountId ?? '' }, ...options]
  return (
    <Select
      aria-label={t('filter.account')}
      placeholder={t('filter.account')}
      data={known}
      value={value}
      onChange={onChange}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      searchable
      clearable
      nothingFoundMessage={search.length < LEAST ? t('filter.fromThree') : t('filter.nothing')}
      w={190}
    />
  )
}
