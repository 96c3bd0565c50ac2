import { expect, test } from 'vitest'
import { decidingRule, type Statement } from './precedence.ts'

const statement = (more: Partial<Statement>): Statement => ({
  id: 'a:1',
  region: '320000',
  qualifier: '',
  status: 'actual',
  printedValue: '4167.6',
  origin: 'repost',
  published: '2021',
  place: 'CN',
  mostDigits: undefined,
  ...more,
})
const office = statement({ id: 'b:1', place: '320000', origin: 'primary' })

test('of a province, what was compiled for all of them stands before the word of its own office', () => {
  expect(decidingRule(statement({}), office)).toBe('nationwide')
})

test('an exact figure of the office stands before a rounded national one', () => {
  expect(decidingRule(office, statement({ qualifier: '>' }))).toBe('exact')
})

test('of the nation the place of the issuer decides nothing', () => {
  expect(decidingRule({ ...office, region: 'CN' }, statement({ region: 'CN' }))).toBe('origin')
})

test('more digits do not stand before what other sources agree on', () => {
  const precise = statement({ printedValue: '4267.61', mostDigits: 4 })
  expect(decidingRule(statement({ printedValue: '4168' }), precise)).toBe('agreement')
})
