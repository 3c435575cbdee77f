import { writeFeeds, type DemoSize } from './feeds'
import { writeReviewFeeds } from './reviews/feeds'

export { fillDemo, type DemoDesk, type FillOptions } from './fill'
export { writeCsv } from './feeds'

/** A fixed moment: the same seed gives the same files whenever they are written. */
const FEEDS_AT = Date.UTC(2026, 10, 1, 5)

/** Demo data as feed files, one a kind. Answers their paths. */
export async function writeDemoFeeds(folder: string, size: DemoSize): Promise<string[]> {
  return [...(await writeFeeds(folder, size, FEEDS_AT)), ...(await writeReviewFeeds(folder, size, FEEDS_AT))]
}
