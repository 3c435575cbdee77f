import type { FeedTaker } from '@kernel/feeds/index'
import { clickFeed, contractFeed, leadFeed, suppressionFeed } from './leads'
import { acceptanceFeed, addonFeed } from './preconditions'
import { automationFeed, linkFeed, strategyFeed, strategyGroupFeed } from './setup'

/** The facts this feature takes. */
export const sharingFeeds: readonly FeedTaker[] = [
  addonFeed,
  acceptanceFeed,
  strategyFeed,
  strategyGroupFeed,
  linkFeed,
  automationFeed,
  leadFeed,
  clickFeed,
  suppressionFeed,
  contractFeed,
]
