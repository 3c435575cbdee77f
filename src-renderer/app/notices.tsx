import '@mantine/notifications/styles.css'
import './look/notices.css'
import { Notifications } from '@mantine/notifications'

/** Where `tell` shows: loaded after the first screen has been painted. */
export default function Notices() {
  return <Notifications position="bottom-right" limit={4} />
}
