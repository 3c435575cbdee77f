import { useTranslation } from 'react-i18next'
import type { Consequences as Figures } from '@contract/feeds'
import { useFormat } from '@/kit/format/use-format'

const ORDER = ['casesOpened', 'casesResolved', 'holdsPlaced', 'holdsReleased', 'reviewsOpened'] as const

/** FED-06: what the facts led to at once, in one sentence. */
export function Consequences({ figures }: { figures: Figures }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const parts = ORDER.filter((name) => figures[name] > 0).map((name) =>
    t(`consequence.${name}`, { count: figures[name], number: format.number(figures[name]) }),
  )
  return <>{parts.length === 0 ? t('consequence.none') : format.list(parts)}</>
}
