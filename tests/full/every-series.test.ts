import { describe, expect, test } from 'vitest'
import { walkCoverage } from '../walks/coverage-of-series.ts'
import { walkSeries } from '../walks/every-series.ts'

describe('every series the API can serve', async () => {
  const met = await walkSeries(() => true)

  test('is many, and few transforms of them mean nothing', () => {
    expect(met.served).toBeGreaterThan(2000)
    expect(met.numbers).toBeGreaterThan(8000)
    expect(met.refused).toBeLessThan(500)
  })
})

describe('no series mixes bases', () => walkCoverage(() => true))
