import '@mantine/spotlight/styles.css'
import './palette.css'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import { IconBuilding, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { SHORTCUT_GROUPS, useRegistry, type Shortcut } from '@/app/shortcuts/registry'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { matchesWords } from './palette-match'

const [store, palette] = createSpotlight()

export function openPalette(): void {
  palette.open()
}

/** From this many characters on accounts are searched too (DSK-01). */
const SEARCH_FROM = 3

/** Everything that can be done or opened here, and accounts by the beginning of a word. */
export function Palette() {
  const { t } = useTranslation('app')
  const [query, setQuery] = useState('')
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size={560}
      title={t('palette.title')}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.title')}
        leftSection={<IconSearch size={16} stroke={1.7} />}
        onKeyDown={takeFirst}
      />
      <Results query={query} />
    </Spotlight.Root>
  )
}

/** Accounts come after the key was pressed, so none of them is chosen yet: Enter takes the first entry. */
function takeFirst(event: KeyboardEvent<HTMLElement>): void {
  const dialog = event.currentTarget.closest('[role="dialog"]')
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || dialog?.querySelector('[data-selected]') != null) return
  dialog?.querySelector<HTMLElement>('[data-action]')?.click()
}

/** Its entries are chosen by arrows and take no focus, so the list itself can be reached and scrolled. Passed on to the scroll area. */
const SCROLLED_BY_KEY = { viewportProps: { tabIndex: 0 } }

function Results({ query }: { query: string }) {
  const { t } = useTranslation('app')
  const sets = useRegistry((registry) => registry.sets)
  const shortcuts = [...sets.values()].flat().filter(({ palette: listed, enabled }) => listed !== false && enabled !== false)
  const found = shortcuts.filter(({ label }) => matchesWords(label, query))
  const groups = SHORTCUT_GROUPS.map((group) => ({ group, own: found.filter((shortcut) => shortcut.group === group) })).filter(
    ({ own }) => own.length > 0,
  )
  const search = useDeferredValue(query.trim())
  const wanted = search.length >= SEARCH_FROM
  return (
    <Spotlight.ActionsList {...SCROLLED_BY_KEY}>
      {groups.map(({ group, own }) => (
        <Spotlight.ActionsGroup key={group} label={t(`shortcutGroup.${group}`)}>
          {own.map((shortcut) => (
            <Entry key={shortcut.id} shortcut={shortcut} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {wanted ? <Accounts search={search} alone={groups.length === 0} /> : null}
      {groups.length === 0 && !wanted ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
    </Spotlight.ActionsList>
  )
}

function Entry({ shortcut: { label, keys, run } }: { shortcut: Shortcut }) {
  const [first] = keys
  return (
    <Spotlight.Action
      label={label}
      leftSection={<IconChevronRight size={15} stroke={1.7} />}
      rightSection={first === undefined ? undefined : <KeyHint keys={first} />}
      // The palette closes first: what runs may open a dialog of its own.
      onClick={() => setTimeout(run)}
    />
  )
}

function Accounts({ search, alone }: { search: string; alone: boolean }) {
  const { t } = useTranslation('app')
  const format = useFormat()
  const { data, error } = useDeskQuery('accounts.list', { search, limit: 8 }, { keepPrevious: true })
  if (error !== null || data === undefined) return null
  if (data.rows.length === 0) return alone ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null
  return (
    <Spotlight.ActionsGroup label={t('palette.accounts')}>
      {data.rows.map(({ id, company, accountId, planName, country }) => (
        <Spotlight.Action
          key={id}
          label={company}
          description={[accountId, planName, format.country(country)].join(' · ')}
          leftSection={<IconBuilding size={15} stroke={1.7} />}
          onClick={() => go({ screen: 'account', id })}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
