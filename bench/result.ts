/** One measured thing. Only ratios within one run gate; milliseconds depend on the machine and are reported. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: 'ratio' | 'ms' | 'MB' | 'rows/s' | 'frames'
  /** The most it may be; null: reported only. */
  readonly limit: number | null
  readonly note: string
}

export const ratio = (name: string, value: number, limit: number, note: string): Measure => ({ name, value, unit: 'ratio', limit, note })
export const reported = (name: string, value: number, unit: Measure['unit'], note: string): Measure => ({ name, value, unit, limit: null, note })
export const exceeds = ({ value, limit }: Measure): boolean => limit !== null && !(value <= limit)

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const shown = ({ value, unit }: Measure): string =>
  unit === 'ratio'
    ? `${value.toFixed(2)} ×`
    : unit === 'rows/s'
      ? `${Math.round(value).toLocaleString('en')} rows/s`
      : `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')} ${unit}`

/** A table for people, in Markdown. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.name,
    shown(measure),
    measure.limit === null
      ? ''
      : `≤ ${measure.limit}${measure.unit === 'ratio' ? ' ×' : ` ${measure.unit}`}${exceeds(measure) ? ' **exceeded**' : ''}`,
    measure.note,
  ])
  return [['What', 'Measured', 'Gate', 'How'], ['---', '---:', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
