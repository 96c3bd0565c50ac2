import type { Cue } from '#data/language/cues.ts'
import { abroad } from '#data/language/lexicon.ts'
import type { Refiner } from '../refiner.ts'
import type { Slots } from '../slots.ts'
import { isMention, meaningOf, type RefusedBecause, type Statement } from '../statement.ts'

/** 「软件业务收入达到10亿元、增速超过20%的企业，给予奖励」: who is entitled, not what is; 「统计范围：…」: who is counted. 「全球算力规模」: not ours. */
export const refuseConditions: Refiner = (statements) => {
  const isCondition = ({ slots }: Statement) => slots.has('grant') || slots.has('definition')
  const granting = new Set(statements.filter(isCondition).map(sentenceOf))
  const within = findScopes(statements)
  return statements.map((statement) => {
    const scope = within.get(statement)
    if (scope === 'odd-span' && statement.refused === 'no-period') return { ...statement, refused: scope }
    if (statement.refused) return statement
    if (granting.size > 0 && granting.has(sentenceOf(statement)))
      return { ...statement, refused: 'a-condition' }
    if (scope) return { ...statement, refused: scope }
    return isAbroad(statement) ? { ...statement, refused: 'abroad' } : statement
  })
}

/** Words that make what follows no figure of the nation's, or of no period, how far they reach and what ends them. */
interface Scope {
  readonly word: Cue
  readonly because: RefusedBecause
  readonly to: 'sentence' | 'paragraph'
  endedBy(statement: Statement, opener: Statement): boolean
}

const byPeriod = ({ slots }: Statement) => isDated(slots)
/** What names nothing itself goes on speaking of those places. */
const byPlace = ({ slots, sentence }: Statement, opener: Statement) =>
  slots.regions.length > 0 ||
  slots.home !== undefined ||
  (sentence !== opener.sentence && slots.indicators.length > 0)
/** 「按每万人计算，」 holds for its sentence, 「每百人移动电话用户122部」 to the next name. */
const byName = ({ slots }: Statement, opener: Statement) => !isMention(opener) && slots.indicators.length > 0

const scopes: readonly Scope[] = [
  { word: 'span', because: 'span-of-years', to: 'sentence', endedBy: byPeriod },
  { word: 'oddTimes', because: 'odd-span', to: 'sentence', endedBy: byPeriod },
  { word: 'oddSpan', because: 'odd-span', to: 'paragraph', endedBy: byPeriod },
  { word: 'somePlaces', because: 'part-of-subject', to: 'paragraph', endedBy: byPlace },
  { word: 'except', because: 'part-of-subject', to: 'sentence', endedBy: () => false },
  { word: 'perHead', because: 'unknown-subject', to: 'sentence', endedBy: byName },
]

interface Open {
  readonly opener: Statement
  readonly scope: Scope
}

/** From 「十四五期间」, 「2023年12月至2024年3月」 or 「重点城市方面」 on; a remark (五年间翻番) speaks for itself. */
function findScopes(statements: readonly Statement[]): Map<Statement, RefusedBecause> {
  const within = new Map<Statement, RefusedBecause>()
  let open: Open | undefined
  for (const statement of statements) {
    const said = scopes.find(({ word }) => statement.slots.has(word))
    const scope = said ?? goingOn(statement, open)
    if (scope) within.set(statement, scope.because)
    if (!statement.aside) open = openAfter(statement, said, open)
  }
  return within
}

function goingOn(statement: Statement, open: Open | undefined): Scope | undefined {
  if (!open || placeOf(statement, open.scope.to) !== placeOf(open.opener, open.scope.to)) return undefined
  return open.scope.endedBy(statement, open.opener) ? undefined : open.scope
}

function openAfter(statement: Statement, said: Scope | undefined, open: Open | undefined): Open | undefined {
  if (said && !(said.word === 'span' && isRemark(statement))) return { opener: statement, scope: said }
  return open?.scope.endedBy(statement, open.opener) ? undefined : open
}

const placeOf = (statement: Statement, to: Scope['to']) =>
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
