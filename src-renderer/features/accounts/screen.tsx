import { useRoute } from '@/app/routes/use-route'
import { AccountList } from './account-list'
import { AccountPage } from './account-page'

/** All accounts, or one. */
export default function AccountsScreen() {
  const route = useRoute()
  return route.screen === 'account' ? <AccountPage key={route.id} id={route.id} /> : <AccountList />
}
