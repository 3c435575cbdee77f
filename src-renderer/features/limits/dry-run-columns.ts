import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DryRunStep } from '@contract/limits'
import { useFormat } from '@/kit/format/use-format'
import type { Column } from '@/kit/table'
import { stepTitle } from './case-words'

/** The preview as a table, for copying and export (LIM-13). */
export function useDryRunColumns(): readonly Column<DryRunStep>[] {
  const { t } = useTranslation('limits')
  const format = useFormat()
  return useMemo(() => {
    const column = (id: string, text: Column<DryRunStep>['text']): Column<DryRunStep> => ({
      id,
      header: t(`dryRun.column.${id}`),
      text,
      cell: text,
      width: 100,
    })
    return [
      column('at', ({ at }) => new Date(at).toISOString()),
      column('local', ({ at }) => format.dateTimeFull(at)),
      column('step', ({ step }) => stepTitle(step)),
      column('company', ({ company }) => company),
      column('entity', ({ entity }) => entity),
      column('rule', ({ rule }) => rule),
      column('from', ({ fromPlan }) => fromPlan),
      column('to', ({ toPlan }) => toPlan),
    ]
  }, [t, format])
}
