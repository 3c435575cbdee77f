import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'

/** The way to the import from other screens; everyone sees past imports there, admins import. */
export function ImportButton() {
  const { t } = useTranslation('feeds')
  const admin = useMay(['admin'])
  return (
    <Button leftSection={<IconFileImport size={15} stroke={1.7} aria-hidden />} onClick={() => go({ screen: 'import' })}>
      {t(admin ? 'button.import' : 'button.imports')}
    </Button>
  )
}
