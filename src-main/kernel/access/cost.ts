export interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** scrypt for new secrets: 128 MB and about a third of a second a guess. */
export const COST: Cost = { N: 2 ** 17, r: 8, p: 1 }
