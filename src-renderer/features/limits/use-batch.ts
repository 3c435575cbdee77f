import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '@contract/index'
import type { BatchResult, CaseRow } from '@contract/limits'
import { useDeskCommand } from '@/app/bridge/commands'
import { useFormat } from '@/kit/format/use-format'
import { tell } from '@/kit/tell'

type BatchOperation = 'limits.pause' | 'limits.end_pause' | 'limits.carry_out'

export const asSelection = (rows: readonly Pick<CaseRow, 'id' | 'version'>[]): { id: string; version: number }[] =>
  rows.map(({ id, version }) => ({ id, version }))

/** One batch command: says how many were done, and keeps the result open while something was left out. */
export function useBatch<K extends BatchOperation>(op: K, done: 'paused' | 'pauseEnded' | 'carriedOut', onFinished: () => void) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const [result, setResult] = useState<BatchResult | null>(null)
  const command = useDeskCommand(op, {
    failures: 'inline',
    onDone: (output) => {
      const batch = output as BatchResult
      if (batch.done > 0) tell({ tone: 'ok', text: t(`done.${done}`, { count: batch.done, number: format.number(batch.done) }) })
      if (batch.left.length === 0) onFinished()
      else setResult(batch)
    },
  })
  return { run: (input: Input<K>) => void command.run(input), running: command.running, failure: command.failure, result }
}
