import { expect, test } from 'vitest'
import { known, told } from '../../../tests/support/known.ts'
import { share } from './share.ts'

test('a share is of the whole in the very same period', () => {
  const whole = { of: 'region:CN', levels: [known('2023', '1000'), known('2024-Q1', '0')] }
  const shares = share([known('2023', '250'), known('2024', '300'), known('2024-Q1', '70')], { whole })
  expect(told(shares)).toEqual(['2023 [24.94, 25.06] 25.00 region:CN'])
  expect(shares[0]?.parents).toEqual(['2023:250', '2023:1000'])
  expect(share([known('2023', '250')], {})).toEqual([])
})
