import { sayNumber, saySize } from '#data/language/render/say-number.ts'
import type { Text } from '#data/model/language.ts'
import { type Period, parsePeriod, yearOf } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { FactRole } from '#server/answers.ts'
import { oddityReason } from '#server/charts/index.ts'
import { type Fact, isUndecided, periodOf, toTold } from './fact.ts'
import { nameOf, sayValue } from './say-english.ts'
import type { Manner } from './say-facts.ts'
import { type Direction, verdictWords } from './verdict-words.ts'

/** What a verdict is made of. */
export interface Judged {
  readonly topic: Text
  /** The level, first, with what goes with it. */
  readonly facts: readonly Fact[]
  /** Whether the level is what the topic is known by, and need not be named. */
  readonly isHeadline: boolean
  /** The last month of what is known; since year 0. */
  readonly until: number
  /** Whether the level is too old to say how things stand. */
  readonly isOld: boolean
}

/**
 * How a topic stands, in one line: 「软件业：1—7月增9.2%，比1—5月放缓约1.1个百分点」 of what flows, the level with what was
 * added or how it has grown of what stands. What is old says how old it is.
 */
export function sayVerdict(judged: Judged, manner: Manner): string {
  const [figure] = judged.facts
  if (!figure) return ''
  const say: Saying = { ...manner, year: yearOf(judged.until) }
  const words = verdictWords[manner.language]
  const odd = oddityReason((growthIn(judged.facts) ?? figure).point, manner.language)
  const cautions = odd === '' ? [] : [odd.charAt(0).toLowerCase() + odd.slice(1)]
  const age = judged.isOld ? [words.old(judged.until - periodOf(figure).end)] : []
  const when = sayWhen(periodOf(figure), say)
  return words.line(judged.topic[manner.language], when, [
    ...sayStand(figure, judged, say),
    ...cautions,
    ...age,
  ])
}

/** The level and how it moves; of what flows, only how it has grown, where that is known. */
function sayStand(figure: Fact, { facts, isHeadline }: Judged, say: Saying): string[] {
  const fact = (role: FactRole) => facts.find((each) => each.role === role)
  const growth = growthIn(facts)
  const words = verdictWords[say.language]
  const name = nameOfFigure(figure, say)
  const pace = fact('pace')
  const paces = growth && pace ? [sayPace(growth, pace, say)] : []
  const isFlow = say.catalog.indicators.get(figure.indicator)?.kind === 'flow'
  if (isFlow && growth) return [words.grown(isHeadline ? '' : name, sayMove(growth, 'brief', say)), ...paces]
  const level = words.level(name, amountOf(figure, say))
  if (growth) return [level, sayMove(growth, 'growth', say), ...paces]
  const [added, changed] = [fact('addition'), fact('change')]
  if (added) return [level, sayMove(added, 'addition', say)]
  return changed ? [level, sayMove(changed, 'change', say)] : [level]
}

function sayMove(move: Fact, kind: 'brief' | 'growth' | 'addition' | 'change', say: Saying): string {
  return verdictWords[say.language][kind][directionOf(move)](amountOf(move, say, true))
}

const growthIn = (facts: readonly Fact[]) => facts.find(({ role }) => role === 'growth')

interface Saying extends Manner {
  /** The year that goes without saying. */
  readonly year: number
}

const directionOf = ({ point: { value } }: Fact): Direction =>
  value > 0 ? 'up' : value < 0 ? 'down' : 'level'

const nameOfFigure = ({ indicator }: Fact, { catalog, language }: Saying) =>
  language === 'en' ? nameOf(indicator, catalog) : (catalog.indicators.get(indicator)?.name.zh ?? indicator)

/** Digits, unit and 约 or 超; of a move its size only. */
function amountOf(fact: Fact, { catalog, language }: Saying, isSize = false): string {
  if (language === 'en') return sayValue(fact, catalog, { isSize, isMarked: false })
  const told = toTold(fact, catalog)
  return isSize ? saySize(told) : sayNumber(told)
}

/** The year goes without saying where it is that of the newest number. */
function sayWhen(period: Period, { language, year }: Saying): string {
  const said = formatPeriod(period, language)
  const isOwn = yearOf(period.start) === year && yearOf(period.end) === year
  if (!isOwn) return said.replace('年12月末', '年末')
  return (language === 'zh' ? said.replace(/^\d+年(?=.)/, '') : said.replace(/(?<=.) \d+$/, '')) || said
}

/** Faster or slower than in the period before; of what falls, whether it falls faster. */
function sayPace(growth: Fact, pace: Fact, say: Saying): string {
  const words = verdictWords[say.language]
  const { comparedTo } = pace.point
  const base = parsePeriod(comparedTo, pace.point.time) ?? parsePeriod(comparedTo, 'span')
  const before = base ? sayWhen(base, say) : words.yearBefore
  if (isUndecided(pace)) return words[pace.point.value === 0 ? 'even' : 'nearlyEven'](before)
  const [now, then] = [growth.point.value, growth.point.value - pace.point.value]
  const isFalling = now < 0 && then < 0
  const kind = isFalling ? 'fallPace' : now < 0 ? 'turnPace' : 'pace'
  return words[kind][directionOf(pace)](before, amountOf(pace, say, true))
}
