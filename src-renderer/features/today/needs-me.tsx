import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayItem } from '@contract/today'
import { go } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useShortcuts } from '@/app/shortcuts'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { Panel } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import { itemIcon, itemNote, itemRoute, itemTitle } from './item-words'
import classes from './today.module.css'

interface NeedsMeProps {
  items: readonly TodayItem[]
  /** Mine first with the team's below, or everything in one list. */
  team: boolean
}

const DIGITS = 9

/** What waits for a person: J K moves, Enter or 1–9 opens. */
export function NeedsMe({ items, team }: NeedsMeProps) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const mine = team ? items : items.filter((item) => item.mine)
  const others = team ? [] : items.filter((item) => !item.mine)
  const ordered = [...mine, ...others]
  const open = (item: TodayItem): void => go(itemRoute(item))
  const move = (step: number): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button[data-item]') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[at === -1 ? 0 : Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcuts([
    { id: 'today.down', keys: ['j', 'ArrowDown'], label: t('key.down'), group: 'list', run: () => move(1), palette: false, menu: false },
    { id: 'today.up', keys: ['k', 'ArrowUp'], label: t('key.up'), group: 'list', run: () => move(-1), palette: false, menu: false },
    ...ordered.slice(0, DIGITS).map((item, index) => ({
      id: `today.open.${index + 1}`,
      keys: [String(index + 1)],
      label: itemTitle(item, format),
      group: 'screen' as const,
      run: () => open(item),
      menu: false,
    })),
  ])
  return (
    <Panel
      title={t(team ? 'needs.titleTeam' : 'needs.title')}
      note={format.number(mine.length)}
      padded={false}
      style={{ height: '100%' }}
      actions={
        <span className={classes.keys} aria-hidden>
          <KeyHint keys="j" /> <KeyHint keys="k" /> {t('key.move')} <KeyHint keys="Enter" /> {t('key.open')}
        </span>
      }
    >
      <div ref={list} className={classes.needs}>
        {mine.length === 0 ? (
          <EmptyState title={t('needs.empty')} text={t('needs.emptyText')} />
        ) : (
          <Items items={mine} from={1} onOpen={open} onMove={move} />
        )}
        {others.length === 0 ? null : (
          <>
            <h3 className={classes.needsHead}>{t('needs.team')}</h3>
            <Items items={others} from={mine.length + 1} onOpen={open} onMove={move} />
          </>
        )}
      </div>
    </Panel>
  )
}

interface ItemsProps {
  items: readonly TodayItem[]
  from: number
  onOpen: (item: TodayItem) => void
  onMove: (step: number) => void
}

function Items({ items, from, onOpen, onMove }: ItemsProps) {
  const format = useFormat()
  const now = useNow()
  return (
    <ul className={classes.items}>
      {items.map((item, index) => {
        const ItemIcon = itemIcon(item.kind)
        const number = from + index
        const note = itemNote(item)
        return (
          <li key={`${item.kind}${index}`}>
            <button
              type="button"
              data-item
              className={classes.item}
              onClick={() => onOpen(item)}
              onKeyDown={(event) => {
                // On a button the frame leaves arrows alone.
                if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
                event.preventDefault()
                onMove(event.key === 'ArrowDown' ? 1 : -1)
              }}
            >
              <ItemIcon size={16} stroke={1.7} data-tone={item.severity} aria-hidden />
              <span className={classes.itemWords}>
                <strong>{itemTitle(item, format)}</strong>
                {note === '' ? null : <span title={note}>{note}</span>}
              </span>
              {item.since === null ? null : <span className={classes.itemSince}>{format.when(item.since, now)}</span>}
              {number <= DIGITS ? <KeyHint keys={String(number)} /> : null}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
