import { groupBy } from '#data/model/group-by.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Observation } from '#data/model/observation.ts'
import { admits } from '#data/model/period.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import { type Doubter, inEach, sayStatement } from './doubter.ts'

/** How far beyond the published figures of any region one without a series of its own may lie. */
const beyondAll = { ratio: 3, growth: 40, share: 25 }
/** Growth beyond it is news, whatever the indicator. */
const usualGrowth = 100

/** A figure of which no other of its series is published lies beyond all published figures of its indicator. */
export const outOfRange: Doubter = {
  doubt: 'out-of-range',
  find: inEach((figure, { known }) => {
    if (known.statementsOf(figure).length > 0 || known.courseOf(figure).length > 0) return undefined
    const value = figure.value.toNumber()
    if (figure.measure === 'yoy_pct' && Math.abs(value) > usualGrowth) return `增速 ${figure.printedValue}%`
    const all = known.allOf(figure).toSorted((a, b) => a.value.cmp(b.value))
    const [low, high] = [all[0], all.at(-1)]
    const widen = widened[figure.measure]
    if (!low || !high || !widen) return undefined
    const [least, most] = widen(low.value.toNumber(), high.value.toNumber())
    if (value > most) return `已发布的最大值为 ${sayStatement(high)}`
    return value < least * smaller(figure, all) ? `已发布的最小值为 ${sayStatement(low)}` : undefined
  }),
}

type Widen = (low: number, high: number) => readonly [number, number]
const by =
  (margin: number): Widen =>
  (low, high) => [low - margin, high + margin]

/** How far beyond the published figures one without a series may lie, by what it measures. */
const widened: { readonly [measure in Measure]?: Widen } = {
  level: (low, high) => [low / beyondAll.ratio, high * beyondAll.ratio],
  yoy_pct: by(beyondAll.growth),
  share_pct: by(beyondAll.share),
}

/** Where only the nation is published, a province or a city may be a small part of it. */
const smaller = ({ region }: Observation, all: readonly Observation[]) =>
  region === 'CN' || all.some((each) => each.region !== 'CN') ? 1 : 0.001

/** How far a figure may be from the nearest published one: at once, and for each year between them. */
const fromNearest = {
  /** As a ratio of amounts per month. */
  ratio: { atOnce: 1.35, aYear: 1.35 },
  share: { atOnce: 6, aYear: 6 },
  growth: { atOnce: 20, aYear: 10 },
}
/** Nothing is known of a figure further away than so many years. */
const reach = 6

/** A figure is far from the nearest published one of its series. */
export const offCourse: Doubter = {
  doubt: 'off-course',
  find: inEach((figure, { known }) => {
    const nearest = nearestOf(figure, known)
    return nearest && isFar(figure, nearest) ? `相近一期 ${sayStatement(nearest)}` : undefined
  }),
}

const years = (a: Observation, b: Observation) => Math.abs(a.period.end - b.period.end) / 12

/** The nearest in time that covers as many months, or where none does, the months from January on. */
function nearestOf(figure: Observation, known: KnownFigures): Observation | undefined {
  const course = known
    .courseOf(figure)
    .filter((each) => each.period.end !== figure.period.end && years(each, figure) <= reach)
  const alike = course.filter((each) => lengthOf(each) === lengthOf(figure))
  const comparable = alike.length > 0 ? alike : course.filter(({ period }) => admits.cumulative(period))
  return comparable.reduce<Observation | undefined>(
    (best, each) => (best && years(best, figure) <= years(each, figure) ? best : each),
    undefined,
  )
}

const lengthOf = ({ period: { start, end } }: Observation) => end - start + 1

function isFar(figure: Observation, nearest: Observation): boolean {
  const distance = years(figure, nearest)
  const [value, other] = [figure.value.toNumber(), nearest.value.toNumber()]
  const isApart = ({ atOnce, aYear }: { atOnce: number; aYear: number }) =>
    Math.abs(value - other) > atOnce + aYear * distance
  if (figure.measure === 'share_pct') return isApart(fromNearest.share)
  if (figure.measure === 'yoy_pct') return isApart(fromNearest.growth)
  if (figure.measure !== 'level' || value <= 0 || other <= 0) return false
  const ratio = value / lengthOf(figure) / (other / lengthOf(nearest))
  const most = fromNearest.ratio.atOnce * fromNearest.ratio.aYear ** distance
  return ratio > most || ratio < 1 / most
}

/** So many figures of a document must be of one region, for another one that only the context gave to be odd. */
const leastOfOne = 5

/** The only figure of a document with its region, which no words beside it name. */
export const loneRegion: Doubter = {
  doubt: 'lone-region',
  find(figures) {
    const found = new Map<Observation, string>()
    for (const ofDocument of groupBy(figures, ({ source }) => source).values()) {
      const byRegion = groupBy(ofDocument, ({ region }) => region)
      const most = Math.max(...[...byRegion.values()].map((each) => each.length))
      if (most < leastOfOne) continue
      for (const [lone, ...others] of byRegion.values())
        if (lone && others.length === 0 && lone.implied?.split(' ').includes('region'))
          found.set(lone, `同一文件其余 ${ofDocument.length - 1} 个数值为其他地区`)
    }
    return found
  },
}
