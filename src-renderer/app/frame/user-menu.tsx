import { Menu } from '@mantine/core'
import { IconKey, IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
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

/** Who is signed in, and what concerns only them. */
export function UserMenu() {
  const { t } = useTranslation(['app', 'common'])
  const session = useSession()
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  const roles = format.list(session.roles.map((role) => t(`common:role.${role}`)))
  return (
    <>
      <Menu position="right-end" offset={10} width={268} withinPortal>
        <Menu.Target>
          <button type="button" className={classes.user} aria-label={t('app:user.menu', { name: session.name, roles })}>
            <span className={classes.initials} aria-hidden>
              {initials(session.name)}
            </span>
            <span className={classes.word}>{t(`common:role.${mainRole(session.roles)}`)}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={menu.who}>
            <p className={menu.name}>{session.name}</p>
            <p className={menu.roles}>
              {session.shortName} · {roles}
            </p>
          </div>
          <Menu.Divider />
          <div className={menu.choice}>
            <ThemeSwitch />
            <LanguageChoice />
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKeyboard size={15} stroke={1.7} />} rightSection={<KeyHint keys="?" />} onClick={openKeySheet}>
            {t('app:keys.open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={15} stroke={1.7} />} onClick={() => setChanging(true)}>
            {t('app:user.changePassphrase')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={15} stroke={1.7} />}
            rightSection={<KeyHint keys="mod+l" />}
            onClick={() => void endSession('lock')}
          >
            {t('app:user.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} />} onClick={() => void endSession('sign_out')}>
            {t('app:user.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassphrase opened={changing} onClose={() => setChanging(false)} />
    </>
  )
}
