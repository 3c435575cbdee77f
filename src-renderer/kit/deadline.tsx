import { useTranslation } from 'react-i18next'
import type { Explanation } from '@contract/scheduler'
import { useFormat } from './format/use-format'

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** SCH-04: a deadline as the sum it is: start, what was added, result. Times are those of its own zone. */
export function useDeadlineText(): (why: Explanation) => string {
  const { t } = useTranslation('kit')
  const format = useFormat()
  return (why) => {
    const written = ([name, value]: [string, string | number]): [string, string] => {
      if (name === 'at') return [name, format.dateTime(Number(value), why.zone)]
      if (name === 'date' || name === 'until') return [name, format.dateShort(String(value))]
      if (name === 'from' || name === 'to' || name === 'minute') return [name, clock(Number(value))]
      // i18next takes `count` for a plural.
      if (name === 'count') return ['number', format.number(Number(value))]
      return [name, typeof value === 'number' ? format.number(value) : value]
    }
    const say = (part: Explanation['parts'][number]): string =>
      t(`deadline.${part.code}` as never, Object.fromEntries(Object.entries(part.params).map(written))) as string
    const result = why.parts.find(({ code }) => code === 'result')
    const sum = why.parts
      .filter(({ code }) => code !== 'result')
      .map(say)
      .join(' + ')
    return result === undefined ? sum : `${sum} → ${say(result)}`
  }
}

/** The sum, small. */
export function Deadline({ why }: { why: Explanation }) {
  const text = useDeadlineText()
  return <small>{text(why)}</small>
}
