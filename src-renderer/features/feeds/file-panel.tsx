import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEED_KINDS, type FeedKind, type FilePreview } from '@contract/feeds'
import { codeInWords } from '@/app/bridge/sentences'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { BadRows } from './bad-rows'
import { Counts } from './counts'
import classes from './feeds.module.css'
import { fileName } from './file-name'
import { removeFile, setKind, type ChosenFile } from './import-run'

interface FilePanelProps {
  file: FilePreview
  chosen: ChosenFile | undefined
  open: boolean
}

/** One file as it would be taken: mapping, first rows, counts, bad rows. */
export function FilePanel({ file, chosen, open }: FilePanelProps) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const [unfolded, setUnfolded] = useState(open)
  const unknown = file.columns.filter(({ known }) => !known).map((column) => column.name)
  const name = fileName(chosen?.path ?? file.file)
  return (
    <section className={classes.file} aria-label={name}>
      <header className={classes.fileHead}>
        <button type="button" className={classes.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          <IconChevronDown size={15} aria-hidden />
          <span className={classes.fileName} title={chosen?.path}>
            {name}
          </span>
        </button>
        <NativeSelect
          aria-label={t('kindOf', { file: name })}
          w={210}
          value={chosen?.kind ?? file.kind ?? ''}
          onChange={(event) =>
            chosen !== undefined && setKind(chosen.path, event.currentTarget.value === '' ? null : (event.currentTarget.value as FeedKind))
          }
          data={[{ value: '', label: t('kindByName') }, ...FEED_KINDS.map((kind) => ({ value: kind, label: `${t(`kind.${kind}`)} (${kind})` }))]}
        />
        {file.problem === null ? <Counts counts={file.counts} /> : null}
        {chosen === undefined ? null : (
          <ActionIcon className={classes.fileEnd ?? ''} aria-label={t('removeFile', { file: name })} onClick={() => removeFile(chosen.path)}>
            <IconX size={15} />
          </ActionIcon>
        )}
      </header>
      {file.problem === null ? null : (
        <div className={classes.part}>
          <Banner icon={IconAlertTriangle} tone="bad">
            {codeInWords('errors:feedProblem', file.problem.code, file.problem.params)}
          </Banner>
        </div>
      )}
      {file.missing.length === 0 ? null : (
        <div className={classes.part}>
          <Banner icon={IconAlertTriangle} tone="bad">
            {t('missing', { count: file.missing.length, columns: format.list(file.missing) })}
          </Banner>
        </div>
      )}
      {unfolded && file.columns.length > 0 ? (
        <>
          {file.counts.bad === 0 && file.bad.length === 0 ? null : (
            <div className={classes.part}>
              <h3 className={classes.heading}>{t('bad.title')}</h3>
              <BadRows rows={[...file.bad].sort((a, b) => a.line - b.line)} total={file.counts.bad} />
            </div>
          )}
          <div className={classes.part}>
            <h3 className={classes.heading}>{t('firstRows')}</h3>
            {unknown.length === 0 ? null : <p className={classes.text}>{t('unknown', { count: unknown.length, columns: format.list(unknown) })}</p>}
            <FirstRows file={file} />
          </div>
        </>
      ) : null}
    </section>
  )
}

function FirstRows({ file }: { file: FilePreview }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  return (
    <div className={classes.scrollX} tabIndex={0} role="group" aria-label={t('firstRows')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th data-align="right">{t('bad.line')}</th>
            {file.columns.map(({ name, known, required }, index) => (
              <th key={index} data-unknown={!known || undefined}>
                {name}
                <small>{t(known ? (required ? 'column.required' : 'column.known') : 'column.ignored')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.firstRows.map(({ line, cells }) => (
            <tr key={line}>
              <td data-align="right">{format.number(line)}</td>
              {file.columns.map(({ known }, index) => (
                <td key={index} className={classes.value} data-unknown={!known || undefined} title={cells[index]}>
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
