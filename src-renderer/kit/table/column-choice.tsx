import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconArrowsDiff, IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isShown, resetArrangement, setShown, setWidth, useArrangement } from './arrangement'
import type { Column } from './columns'
import classes from './column-choice.module.css'

const STEP = 24

/** Which columns a table shows and how wide they are: also without dragging. */
export function ColumnChoice<Row>({ table, columns }: { table: string; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('kit')
  const arrangement = useArrangement(table)
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={15} stroke={1.7} aria-hidden />}>{t('columns.button')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns.button')}>
        <ul className={classes.list}>
          {columns.map((column) => {
            const width = arrangement.widths[column.id] ?? column.width
            return (
              <li key={column.id} className={classes.item}>
                <Checkbox
                  label={column.header}
                  checked={isShown(column, arrangement)}
                  disabled={column.fixed === true}
                  onChange={(event) => setShown(table, column.id, event.currentTarget.checked)}
                />
                <ActionIcon aria-label={t('columns.narrower', { column: column.header })} onClick={() => setWidth(table, column.id, width - STEP)}>
                  <IconMinus size={14} />
                </ActionIcon>
                <ActionIcon aria-label={t('columns.wider', { column: column.header })} onClick={() => setWidth(table, column.id, width + STEP)}>
                  <IconPlus size={14} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
        <Button variant="subtle" color="gray" leftSection={<IconArrowsDiff size={14} aria-hidden />} onClick={() => resetArrangement(table)}>
          {t('columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
