import type { FeedTaker } from '@kernel/feeds/index'
import { answerFeed } from './answers'
import { groupFeed } from './groups'
import { sampleFeed } from './samples'
import { submissionFeed } from './submissions'

/** The facts this feature takes. */
export const reviewFeeds: readonly FeedTaker[] = [groupFeed, submissionFeed, answerFeed, sampleFeed]
