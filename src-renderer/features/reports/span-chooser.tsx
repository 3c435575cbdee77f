import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/app/shortcuts'
import { DateField } from '@/kit/date-field'
import { addDays } from '@/kit/format/zoned'
import { MOST_DAYS, SPANS, type Span, type SpanName } from './span'

interface SpanChooserProps {
  span: Span
  today: string
  change: (patch: Record<string, string | null>) => void
}

/** Which days are reported, both included; 1–6 choose. One's own begins with the days shown before. */
export function SpanChooser({ span, today, change }: SpanChooserProps) {
  const { t } = useTranslation('reports')
  const choose = (name: SpanName): void =>
    change(name === 'own' ? { span: name, from: span.from, to: span.to } : { span: name, from: null, to: null })
  useShortcuts(
    SPANS.map((name, index) => ({
      id: `reports.span.${name}`,
      keys: [String(index + 1)],
      label: t('span.show', { span: t(`span.${name}`) }),
      group: 'screen' as const,
      run: () => choose(name),
    })),
  )
  return (
    <>
      {span.name === 'own' ? (
        <>
          <DateField
            quiet
            label={t('span.from')}
            width={132}
            value={span.from}
            min={addDays(span.to, 1 - MOST_DAYS)}
            max={span.to}
            onChange={(from) => from !== null && change({ from })}
          />
          <DateField
            quiet
            label={t('span.to')}
            width={132}
            value={span.to}
            min={span.from}
            max={earlier(today, addDays(span.from, MOST_DAYS - 1))}
            onChange={(to) => to !== null && change({ to })}
          />
        </>
      ) : null}
      <SegmentedControl
        aria-label={t('span.label')}
        value={span.name}
        onChange={(name) => choose(name as SpanName)}
        data={SPANS.map((name) => ({ value: name, label: t(`span.${name}`) }))}
      />
    </>
  )
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
