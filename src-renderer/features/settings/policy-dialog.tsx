import { SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '@contract/constants'
import type { PolicyReason } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { ConfirmDialog } from '@/kit/dialog'
import { useDiscardQuestion } from '@/kit/discard-question'
import { useFormat } from '@/kit/format/use-format'
import { LANGUAGE_OPTIONS } from './use-language'

interface Words {
  title: string
  guidance: string
}
type Edited = Partial<Record<Language, Words>>

const CODE = /^[a-z][a-z0-9_]{1,63}$/
const NOTHING: Words = { title: '', guidance: '' }
const isWhole = ({ title, guidance }: Words): boolean => title.trim() !== '' && guidance.trim() !== ''

/** REV-20: one reason's words in each language. Only the languages that were changed are saved. */
export function ReasonWordsDialog({ reason, language, onClose }: { reason: PolicyReason | null; language: Language; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [shown, setShown] = useState(language)
  const [code, setCode] = useState(reason?.code ?? '')
  const [active, setActive] = useState(reason?.active ?? true)
  const [edited, setEdited] = useState<Edited>({})
  const stored = useDeskQuery('reviews.policy', { language: shown }, { enabled: reason !== null })
  const save = useDeskCommand('reviews.save_reason', { failures: 'inline' })

  const own = stored.data?.reasons.find(({ id }) => id === reason?.id)
  const words = edited[shown] ?? own ?? NOTHING
  const change = (part: Partial<Words>): void => setEdited((now) => ({ ...now, [shown]: { title: words.title, guidance: words.guidance, ...part } }))
  const changed = LANGUAGES.filter((one) => edited[one] !== undefined)
  const broken = changed.filter((one) => !isWhole(edited[one] ?? NOTHING))
  const turned = reason !== null && active !== reason.active
  const closing = useDiscardQuestion(changed.length > 0, onClose)
  const codeOk = CODE.test(code)
  const ready = codeOk && broken.length === 0 && (changed.length > 0 || (turned && isWhole(words)))

  const submit = async (): Promise<void> => {
    const languages = changed.length > 0 ? changed : [shown]
    let id = reason?.id ?? null
    for (const one of languages) {
      const { title, guidance } = edited[one] ?? words
      const done = await save.run({ id, code, title: title.trim(), guidance: guidance.trim(), active, language: one })
      if (done === null) return
      id = done.id
      setEdited(({ [one]: _saved, ...rest }) => rest)
    }
    onClose()
  }
  const names = (languages: readonly Language[]): string => format.list(languages.map((one) => LANGUAGE_NAMES[one]))
  return (
    <>
      <ConfirmDialog
        opened
        onClose={closing.close}
        title={reason === null ? t('policy.addTitle') : t('policy.editTitle', { title: reason.title })}
        size={620}
        confirmLabel={t('policy.save')}
        confirmDisabled={!ready}
        running={save.running}
        failure={save.failure}
        onConfirm={() => void submit()}
        remark={
          broken.length > 0
            ? t('policy.incomplete', { languages: names(broken) })
            : changed.length > 0
              ? t('policy.saves', { languages: names(changed) })
              : t('policy.keeps')
        }
      >
        <SegmentedControl
          aria-label={t('policy.language')}
          value={shown}
          onChange={setShown}
          data={LANGUAGE_OPTIONS.map(({ value, label }) => ({ value, label: edited[value] === undefined ? label : `${label} •` }))}
        />
        {reason === null ? (
          <TextInput
            label={t('policy.code')}
            description={t('policy.codeText')}
            value={code}
            maxLength={64}
            spellCheck={false}
            data-autofocus
            error={code !== '' && !codeOk ? t('policy.codeRule') : undefined}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={t('policy.title')}
          value={words.title}
          maxLength={200}
          {...(reason === null ? {} : { 'data-autofocus': true })}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('policy.guidance')}
          description={t('policy.guidanceText')}
          value={words.guidance}
          maxLength={4000}
          autosize
          minRows={4}
          maxRows={12}
          onChange={(event) => change({ guidance: event.currentTarget.value })}
        />
        <Switch
          label={t('policy.offered')}
          description={t('policy.offeredText')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      </ConfirmDialog>
      {closing.question}
    </>
  )
}
