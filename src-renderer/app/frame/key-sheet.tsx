import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { SHORTCUT_GROUPS, useRegistry } from '@/app/shortcuts/registry'
import { KeyHint } from '@/kit/key-hint'
import classes from './key-sheet.module.css'

const useSheet = create<{ open: boolean }>(() => ({ open: false }))
export function openKeySheet(): void {
  useSheet.setState({ open: true })
}

/** Every key that works here and now, from the one registry. */
export function KeySheet() {
  const { t } = useTranslation('app')
  const open = useSheet((sheet) => sheet.open)
  return (
    <Modal opened={open} onClose={() => useSheet.setState({ open: false })} title={t('keys.title')} size={760}>
      <Keys />
    </Modal>
  )
}

function Keys() {
  const { t } = useTranslation('app')
  const sets = useRegistry((registry) => registry.sets)
  const all = [...sets.values()].flat().filter((shortcut) => shortcut.inDialog !== true && shortcut.keys.length > 0)
  return (
    <div className={classes.sheet}>
      {SHORTCUT_GROUPS.map((group) => {
        const own = all.filter((shortcut) => shortcut.group === group)
        if (own.length === 0) return null
        return (
          <section key={group} className={classes.group}>
            <h2>{t(`shortcutGroup.${group}`)}</h2>
            <dl>
              {own.map(({ id, label, keys }) => (
                <div key={id} className={classes.line}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.slice(0, 2).map((text) => (
                      <KeyHint key={text} keys={text} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}
