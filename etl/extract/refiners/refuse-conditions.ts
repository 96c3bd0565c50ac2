import { abroad } from '../lexicon.ts'
import type { Refiner } from '../refiner.ts'
import type { Slots } from '../slots.ts'
import { isMention, meaningOf, type RefusedBecause, type Statement } from '../statement.ts'

/** 「软件业务收入达到10亿元、增速超过20%的企业，给予奖励」: who is entitled, not what is; 「统计范围：…」: who is counted. 「全球算力规模」: not ours. */
export const refuseConditions: Refiner = (statements) => {
  const isCondition = ({ slots }: Statement) => slots.has('grant') || slots.has('definition')
  const granting = new Set(statements.filter(isCondition).map(sentenceOf))
  const spanning = findSpanning(statements)
  return statements.map((statement) => {
    const span = spanning.get(statement)
    if (span === 'odd-span' && statement.refused === 'no-period') return { ...statement, refused: span }
    if (statement.refused) return statement
    if (granting.size > 0 && granting.has(sentenceOf(statement)))
      return { ...statement, refused: 'a-condition' }
    if (span) return { ...statement, refused: span }
    return isAbroad(statement) ? { ...statement, refused: 'abroad' } : statement
  })
}

/** How far words reach that make what follows of no period: to the next period, and to the end of what. */
const spans: readonly { word: string; because: RefusedBecause; to: 'sentence' | 'paragraph' }[] = [
  { word: 'span', because: 'span-of-years', to: 'sentence' },
  { word: 'oddTimes', because: 'odd-span', to: 'sentence' },
  { word: 'oddSpan', because: 'odd-span', to: 'paragraph' },
]

interface Open {
  readonly place: string
  readonly span: (typeof spans)[number]
}

/** From 「十四五期间」 or 「2023年12月至2024年3月」 on; a remark (五年间翻番) speaks for itself. */
function findSpanning(statements: readonly Statement[]): Map<Statement, RefusedBecause> {
  const spanning = new Map<Statement, RefusedBecause>()
  let open: Open | undefined
  for (const statement of statements) {
    const said = spans.find(({ word }) => statement.slots.has(word))
    const span = said ?? goingOn(statement, open)
    if (span) spanning.set(statement, span.because)
    if (!statement.aside) open = openAfter(statement, said, open)
  }
  return spanning
}

function goingOn(statement: Statement, open: Open | undefined): Open['span'] | undefined {
  if (open?.place !== placeOf(statement, open?.span.to)) return undefined
  return isDated(statement.slots) ? undefined : open?.span
}

function openAfter(statement: Statement, said: Open['span'] | undefined, open: Open | undefined) {
  if (said && !(said.word === 'span' && isRemark(statement)))
    return { place: placeOf(statement, said.to), span: said }
  return statement.slots.period ? undefined : open
}

const placeOf = (statement: Statement, to: 'sentence' | 'paragraph' | undefined) =>
  to === 'paragraph' ? `${statement.paragraph}` : sentenceOf(statement)

const isDated = ({ period, from }: Slots) => period !== undefined || typeof from === 'object'

const isRemark = (statement: Statement) =>
  isMention(statement) &&
  statement.clause.after !== 'sentence' &&
  statement.clause.tokens.some(({ kind }) => kind === 'text')

/** What stands in parentheses is a condition or a definition of its own. */
const sentenceOf = ({ paragraph, sentence, aside }: Statement) => `${paragraph}:${sentence}:${aside}`

function isAbroad(statement: Statement): boolean {
  const { regions = [], of } = meaningOf(statement)
  return regions.includes(abroad) || of === `region:${abroad}`
}
