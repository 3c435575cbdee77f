import type { FeedTaker } from '@kernel/feeds/index'
import { accountFeed } from './accounts'
import { contactFeed } from './contacts'
import { planFeed, teamFeed } from './plans'
import { directiveResultFeed } from './results'
import { usageFeed } from './usage'

/** The facts this feature takes. */
export const accountFeeds: readonly FeedTaker[] = [planFeed, teamFeed, accountFeed, contactFeed, usageFeed, directiveResultFeed]
