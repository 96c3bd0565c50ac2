import { describe, expect, test } from 'vitest'
import { chosenIndicators } from '../walks/chosen-indicators.ts'
import { walkSeries } from '../walks/every-series.ts'

describe('every series of the chosen indicators', async () => {
  const met = await walkSeries((code) => chosenIndicators.includes(code))

  test('is many, and few transforms of them mean nothing', () => {
    expect(met.served).toBeGreaterThan(300)
    expect(met.numbers).toBeGreaterThan(1500)
    expect(met.refused).toBeLessThan(40)
  })
})
