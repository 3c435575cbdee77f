import type { Explanation } from '@contract/scheduler'

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** SCH-04 as one English sentence: "Fri 27 Nov 16:30 + 1 working day, Europe/Berlin, no holiday → Mon 30 Nov 16:30". Times are those of its zone. */
export function dueWhy({ dueAt, zone, parts }: Explanation): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  const moment = (at: number): string => format.format(at).replaceAll(',', '')
  const said = parts.flatMap((part) => sayPart(part, moment))
  const start = parts.find(({ code }) => code === 'start')
  return `${start === undefined ? '' : `${moment(Number(start.params['at']))} + `}${[...said, zone].join(', ')} → ${moment(dueAt)}`
}

function sayPart({ code, params }: Explanation['parts'][number], moment: (at: number) => string): string[] {
  const count = Number(params['count'])
  switch (code) {
    case 'start':
    case 'result':
      return []
    case 'next_opening':
      return [`from the next opening ${moment(Number(params['at']))}`]
    case 'working_days':
      return [`${count} working ${count === 1 ? 'day' : 'days'}`]
    case 'working_time':
      return [`${duration(Number(params['minutes']))} of working time`]
    case 'holiday':
      return [`holiday ${params['date']} ${params['name']}`]
    case 'no_holiday':
      return ['no holiday']
    case 'closing':
      return [`closing ${params['date']} ${clock(Number(params['minute']))}`]
    case 'opening':
      return [`opening ${params['date']} ${clock(Number(params['minute']))}`]
    default:
      return [[code, ...Object.values(params)].join(' ')]
  }
}

/** "5 h 12 min" */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`
}
