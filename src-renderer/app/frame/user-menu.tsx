import { Button, Divider, Popover } from '@mantine/core'
import { IconKey, IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { endSession } from '@/app/session/lock'
import { mainRole, useSession } from '@/app/session/session'
import { ChangePassphrase } from '@/features/access'
import { useFormat } from '@/kit/format/use-format'
import { initials } from '@/kit/initials'
import { KeyHint } from '@/kit/key-hint'
import { LanguageChoice } from './language-choice'
import classes from './rail.module.css'
import { openKeySheet } from './key-sheet'
import { ThemeSwitch } from './theme-switch'
import menu from './user-menu.module.css'

/** Who is signed in, and what concerns only them. A menu may not hold choices such as theme and language, so it is a small dialog. */
export function UserMenu() {
  const { t } = useTranslation(['app', 'common'])
  const session = useSession()
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const [changing, setChanging] = useState(false)
  const closing = (run: () => void) => (): void => {
    setOpened(false)
    run()
  }
  const roles = format.list(session.roles.map((role) => t(`common:role.${role}`)))
  return (
    <>
      <Popover position="right-end" offset={10} width={268} opened={opened} onChange={setOpened} withRoles trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.user}
            aria-label={t('app:user.menu', { name: session.name, roles })}
            onClick={() => setOpened(!opened)}
          >
            <span className={classes.initials} aria-hidden>
              {initials(session.name)}
            </span>
            <span className={classes.word}>{t(`common:role.${mainRole(session.roles)}`)}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown p={4} aria-label={t('app:user.menu', { name: session.name, roles })}>
          <div className={menu.who}>
            <p className={menu.name}>{session.name}</p>
            <p className={menu.roles}>
              {session.shortName} · {roles}
            </p>
          </div>
          <Divider />
          <div className={menu.choice}>
            <ThemeSwitch />
            <LanguageChoice />
          </div>
          <Divider mb={4} />
          <Item icon={<IconKeyboard size={15} stroke={1.7} aria-hidden />} keys="?" onClick={closing(openKeySheet)}>
            {t('app:keys.open')}
          </Item>
          <Item icon={<IconKey size={15} stroke={1.7} aria-hidden />} onClick={closing(() => setChanging(true))}>
            {t('app:user.changePassphrase')}
          </Item>
          <Item icon={<IconLock size={15} stroke={1.7} aria-hidden />} keys="mod+l" onClick={closing(() => void endSession('lock'))}>
            {t('app:user.lock')}
          </Item>
          <Item icon={<IconLogout size={15} stroke={1.7} aria-hidden />} onClick={closing(() => void endSession('sign_out'))}>
            {t('app:user.signOut')}
          </Item>
        </Popover.Dropdown>
      </Popover>
      <ChangePassphrase opened={changing} onClose={() => setChanging(false)} />
    </>
  )
}

function Item({ icon, keys, onClick, children }: { icon: ReactNode; keys?: string; onClick: () => void; children: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      fullWidth
      justify="flex-start"
      classNames={{ root: menu.item ?? '', label: menu.itemLabel ?? '' }}
      leftSection={icon}
      rightSection={keys === undefined ? undefined : <KeyHint keys={keys} />}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
