import { Button, DataList } from '@mantine/core'
import { IconEraser, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '@contract/journal'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import { RuleTag } from '@/kit/timeline'
import { actorInWords, bodyLines, changeInWords, detailLines, eventTitle, type BodyLine } from './event-words'
import classes from './journal.module.css'

interface EntryDetailProps {
  row: EntryRow | null
  names: ReadonlyMap<string, string>
}

/** One entry whole: who, what, when, why, what it holds, and its place in the chain (JNL-01, JNL-02). */
export function EntryDetail({ row, names }: EntryDetailProps) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  if (row === null) return <EmptyState title={t('entry.none')} text={t('entry.noneText')} />
  const change = changeInWords(row.before, row.after)
  const lines: (readonly [string, string | null])[] = [
    ['at', format.dateTimeFull(row.at)],
    ['who', actorInWords(row.actor, row.actorName)],
    ['account', row.company],
    ['change', change],
    ['version', format.number(row.version)],
  ]
  return (
    <article className={classes.entry} tabIndex={0} aria-label={t('entry.label')}>
      <header className={classes.entryHead}>
        <h2>{eventTitle(row.kind, row.body)}</h2>
        <RuleTag rule={row.rule} />
        <span className={classes.quiet}>{t('entry.number', { number: format.number(row.seq) })}</span>
      </header>
      <Lines lines={lines.flatMap(([name, text]) => (text === null ? [] : [{ name, label: t(`entry.${name}`), text }]))} />
      <Part title={t('entry.body')} lines={bodyLines(row.body, names, format)} empty={t('entry.bodyEmpty')} />
      <section className={classes.part}>
        <h3>{t('entry.detail')}</h3>
        {row.erased ? (
          <Banner icon={IconEraser}>{t('entry.erased')}</Banner>
        ) : (
          <Lines lines={detailLines(row.detail, format)} empty={t('entry.detailEmpty')} />
        )}
      </section>
      <section className={classes.part}>
        <h3>{t('entry.chain')}</h3>
        <Lines
          lines={[
            { name: 'kind', label: t('entry.kind'), text: row.kind },
            { name: 'id', label: t('entry.id'), text: row.id },
            { name: 'entity', label: t('entry.entity'), text: row.entity },
            { name: 'hash', label: t('entry.hash'), text: row.hash },
          ]}
          mono
        />
      </section>
      {row.accountUuid === null ? null : (
        <div className={classes.entryActions}>
          <Button
            leftSection={<IconExternalLink size={14} stroke={1.7} aria-hidden />}
            onClick={() => go({ screen: 'account', id: row.accountUuid ?? '' })}
          >
            {t('entry.open')}
          </Button>
        </div>
      )}
    </article>
  )
}

function Part({ title, lines, empty }: { title: string; lines: readonly BodyLine[]; empty: string }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <Lines lines={lines} empty={empty} />
    </section>
  )
}

function Lines({ lines, empty, mono = false }: { lines: readonly BodyLine[]; empty?: string; mono?: boolean }) {
  if (lines.length === 0) return <p className={classes.quiet}>{empty}</p>
  return (
    <DataList labelWidth={112} gap={4}>
      {lines.map(({ name, label, text }) => (
        <DataList.Item key={name}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue className={mono ? (classes.code ?? '') : ''} style={{ overflowWrap: 'anywhere' }}>
            {text}
          </DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  )
}
