import type { Status } from '#data/model/observation.ts'
import { isAim } from '../clause.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, meaningOf, type Statement } from '../statement.ts'
import { isAhead } from '../time/publication.ts'
import { withYear } from '../time/read-period.ts'

interface Mood {
  /** 力争 holds to the end of its sentence. */
  readonly aiming: boolean
  /** 预计 holds as long as nothing else is named. */
  readonly expecting: boolean
  /** What is expected; '' while it is still to be named: 「预计2024年，」. */
  readonly subject: string
  readonly paragraph: number
  readonly sentence: number
}

/** 「力争到2026年」, 「预计」, 「经初步核算」; what was not over when the text was published is a target. */
export const takeStatus: Refiner = (statements, context) => {
  let mood: Mood = { aiming: false, expecting: false, subject: '', paragraph: -1, sentence: -1 }
  return statements.map((statement) => {
    mood = nextMood(mood, statement)
    if (mood.aiming && isOver(statement, context)) mood = { ...mood, aiming: false }
    if (isMention(statement)) return statement
    const { status, isStated } = statusOf(statement, mood, context)
    const aimed = status === 'target' ? withTargetYear(statement, context) : statement
    if (isStated) return { ...aimed, stated: { ...aimed.stated, status } }
    return imply(aimed, { status })
  })
}

/** 「力争全年增长10%，前三季度完成840亿元」: months that were over when the text was published are no aim. */
function isOver({ slots }: Statement, context: ArticleContext): boolean {
  const { period } = slots
  if (!period?.months || period.moment || !context.published || slots.has('target')) return false
  const dated = withYear(period, { year: undefined }, context)
  return dated?.months !== undefined && dated.months[1] < 12 && !isAhead(dated, context)
}

function nextMood(mood: Mood, { paragraph, sentence, slots }: Statement): Mood {
  const same = mood.paragraph === paragraph && mood.sentence === sentence
  const says = slots.has('expected')
  const before = same && !says ? mood.subject : ''
  const named = slots.indicators.flatMap(({ codes }) => codes).join() || (slots.unknown ? 'unknown' : before)
  return {
    aiming: (same && mood.aiming) || slots.has('target'),
    expecting: says || (same && mood.expecting && (before === '' || named === before)),
    subject: named,
    paragraph,
    sentence,
  }
}

function statusOf(
  statement: Statement,
  mood: Mood,
  context: ArticleContext,
): { status: Status; isStated: boolean } {
  const { period } = meaningOf(statement)
  if (mood.aiming || statement.slots.has('planned') || isAim(statement.clause))
    return { status: 'target', isStated: true }
  if (mood.expecting) return { status: 'expected', isStated: true }
  if (period && isAhead(period, context)) return { status: 'target', isStated: false }
  const isOld = statement.slots.from !== undefined
  if (context.preliminary && !isOld) return { status: 'preliminary', isStated: false }
  return { status: 'actual', isStated: false }
}

/** 力争算力规模突破90EFLOPS, said without a year, is meant for the year that runs. */
function withTargetYear(statement: Statement, context: ArticleContext): Statement {
  const { period } = meaningOf(statement)
  const { published } = context
  const open = !statement.slots.period && !statement.slots.has('planned')
  if (!open || !published || (period && isAhead(period, context))) return statement
  return imply(statement, {
    period: { kind: 'period', year: published.year, months: [1, 12], start: 0, end: 0 },
  })
}
