import { writeFeeds, type DemoSize } from './feeds'

export { fillDemo, type DemoDesk, type FillOptions } from './fill'
export { writeCsv } from './feeds'

/** A fixed moment: the same seed gives the same files whenever they are written. */
const FEEDS_AT = Date.UTC(2026, 10, 1, 5)

/** Demo data as feed files, one a kind. Answers their paths. */
export const writeDemoFeeds = (folder: string, size: DemoSize): Promise<string[]> => writeFeeds(folder, size, FEEDS_AT)
