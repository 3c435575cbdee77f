/** Programs that open links before people do: bots, previews of messengers, mail and message filters, libraries. CUBOT is a phone. */
const SCANNER =
  /(?<!cu)bot\b|bot[/;]|crawl|spider|scan|preview|facebookexternalhit|facebot|whatsapp\/|\bcurl\/|\bwget\/|python|go-http-client|java\/|libwww|apache-httpclient|axios|node-fetch|headless|phantomjs|proofpoint|barracuda|mimecast|safelinks|bitdefender|kaspersky|trendmicro|symantec|google-safety|googleimageproxy|linkcheck|virustotal|zgrab|http[_-]?client/i

/** SHR-09: a link scanner by its own words. Unknown programs are people's. */
export const isScanner = (userAgent: string | null): boolean => userAgent !== null && SCANNER.test(userAgent)

/** SHR-09: nobody reads a message and follows its link this fast (default; ms). */
export const BURST = 10_000

/** Clicked within seconds of sending, or before it. Times in ms UTC. */
export const isBurst = (clickedAt: number, sentAt: number | null): boolean => sentAt !== null && clickedAt - sentAt < BURST
