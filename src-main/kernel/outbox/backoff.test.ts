import { expect, test } from 'vitest'
import { afterFailure, delayAfter, MOST_ATTEMPTS } from './backoff'

const MINUTE = 60_000

test('MSG-03 waits 1, 2, 4 … minutes and at most 6 hours', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map((failures) => delayAfter(failures) / MINUTE)
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
})

test('MSG-03 gives up after twelve temporary failures, so that it becomes work', () => {
  expect(afterFailure(1, 1000)).toEqual({ act: 'retry', at: 1000 + MINUTE })
  expect(afterFailure(MOST_ATTEMPTS - 1, 0)).toEqual({ act: 'retry', at: 360 * MINUTE })
  expect(afterFailure(MOST_ATTEMPTS, 0)).toEqual({ act: 'give_up' })
})
