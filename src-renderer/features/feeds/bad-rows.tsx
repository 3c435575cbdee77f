import { useTranslation } from 'react-i18next'
import type { BadRow } from '@contract/feeds'
import { codeInWords } from '@/app/bridge/sentences'
import { useFormat } from '@/kit/format/use-format'
import classes from './feeds.module.css'

/** FED-02: line, column, value, why. */
export function BadRows({ rows, total }: { rows: readonly BadRow[]; total: number }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  return (
    <>
      <div className={classes.scrollX} tabIndex={0} role="group" aria-label={t('bad.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th data-align="right">{t('bad.line')}</th>
              <th>{t('bad.column')}</th>
              <th>{t('bad.value')}</th>
              <th>{t('bad.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, column, value, code, params }, index) => (
              <tr key={index}>
                <td data-align="right">{format.number(line)}</td>
                <td>{column ?? '–'}</td>
                <td className={classes.value} title={value}>
                  {value === '' ? t('bad.empty') : value}
                </td>
                <td>{codeInWords('errors:feedReason', code, params)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < total ? (
        <p className={classes.text}>{t('bad.more', { shown: format.number(rows.length), total: format.number(total) })}</p>
      ) : null}
    </>
  )
}
