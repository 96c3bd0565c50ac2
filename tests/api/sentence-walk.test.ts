import { describe, expect, test } from 'vitest'
import { chosenIndicators } from '../walks/chosen-indicators.ts'
import { walkSentences } from '../walks/sentences.ts'

describe('every sentence about the chosen indicators', async () => {
  const met = await walkSentences({
    indicator: (code) => chosenIndicators.includes(code),
    region: (code) => ['CN', '520000', 'CN-EAST'].includes(code),
  })

  test('is one of many', () => {
    expect(met.sentences).toBeGreaterThan(3000)
    expect(met.numbers).toBeGreaterThan(1500)
  })
})
