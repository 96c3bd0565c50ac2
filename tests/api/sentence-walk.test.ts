import { describe, expect, test } from 'vitest'
import { chosenIndicators } from '../walks/chosen-indicators.ts'
import { walkSentences } from '../walks/sentences.ts'

describe('sentences about the chosen indicators', async () => {
  const met = await walkSentences({
    indicator: (code) => chosenIndicators.includes(code),
    region: (code) => ['CN', '440000', '520000', '610000', 'CN-EAST'].includes(code),
    every: 3,
  })

  test('are many', () => {
    expect(met.sentences).toBeGreaterThan(1500)
    expect(met.numbers).toBeGreaterThan(500)
    expect(met.derived).toBeGreaterThan(100)
  })
})
