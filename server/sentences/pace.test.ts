import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import type { Known } from '#data/model/derive/derived.ts'
import { intervalOf } from '#data/model/interval.ts'
import { type Basis, parsePeriod } from '#data/model/period.ts'
import { paceOf } from './pace.ts'

/** A growth as printed: 「2024-01/2024-04 11.6」. */
function growth(text: string): Known {
  const [period = '', printed = ''] = text.split(' ')
  const read = parsePeriod(period, 'span')
  if (!read) throw new Error(`${period} is no period`)
  return { id: period, period: read, value: new Decimal(printed), interval: intervalOf(printed, 0, '') }
}

function pace(basis: Basis, ...lines: readonly string[]) {
  const growths = lines.map(growth)
  const now = growths.at(-1)
  const found = now && paceOf(now, growths, basis)
  return (
    found && [
      found.against,
      found.value.toNumber(),
      found.interval.low.toNumber(),
      found.interval.high.toNumber(),
    ]
  )
}

test('is the difference of two growths, with the roundings of both', () => {
  expect(pace('cumulative', '2026-01/2026-05 10.3', '2026-01/2026-07 9.2')).toEqual([
    '2026-01/2026-05',
    -1.1,
    -1.2,
    -1,
  ])
})

test('is held against the period before, not an earlier one', () => {
  expect(pace('cumulative', '2024-Q1 11.9', '2024-01/2024-04 11.6', '2024-01/2024-05 11.6')?.[0]).toBe(
    '2024-01/2024-04',
  )
})

test('the first months of a year are held against the whole year before, and not against a part of it', () => {
  expect(pace('cumulative', '2023 6.2', '2024-01/2024-02 4.3')?.[0]).toBe('2023')
  expect(pace('cumulative', '2023-01/2023-11 6.2', '2024-01/2024-02 4.3')).toBeUndefined()
})

test('a year is held against the year before, not against one further back', () => {
  expect(pace('year', '2023 6.2', '2024 3.2')?.[0]).toBe('2023')
  expect(pace('year', '2022 6.2', '2024 3.2')).toBeUndefined()
})
