import type { Refiner } from '../refiner.ts'
import { isMention, meaningOf, type Statement } from '../statement.ts'

/**
 * 「1—4月，建成5G基站30万个」 tells what was built in that time, or how many there are at its end: nobody knows. 「截至4月末」,
 * 「累计」 and 「已」 say that it is all there are, and with a bare year (2024年，建成) so much is meant.
 */
export const refuseAdditions: Refiner = (statements, { catalog }) => {
  const total = new Set(statements.filter(saysTotal).map(sentenceOf))
  return statements.map((statement) => {
    if (isMention(statement) || statement.refused || total.has(sentenceOf(statement))) return statement
    const { indicators: [code] = [], measure, period, status } = meaningOf(statement)
    const isStock = code !== undefined && catalog.indicators.get(code)?.kind === 'stock'
    const isPart = period?.months !== undefined || period?.yearOffset === 0
    const isWithin = isPart && period?.fresh === true && !period.moment && !period.now && status !== 'target'
    const isOpen = isStock && isWithin && measure === 'level' && statement.slots.has('made')
    return isOpen ? { ...statement, refused: 'total-or-addition' } : statement
  })
}

const totals = ['asOf', 'total', 'done'] as const
const saysTotal = ({ slots }: Statement) => totals.some((name) => slots.has(name))
const sentenceOf = ({ paragraph, sentence }: Statement) => `${paragraph}:${sentence}`
