import type { Measure } from '#data/model/measure.ts'
import type { Observation } from '#data/model/observation.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import type { Doubter } from './doubter.ts'
import { sayStatement } from './say-statement.ts'

/** How far beyond the published figures of any region one without a series of its own may lie. */
const allowed = { ratio: 3, growth: 40, share: 25 }
/** Growth beyond it is news, whatever the indicator. */
const usualGrowth = 100

/** A figure of which no other of its series is published lies beyond all published figures of its indicator. */
export const outOfRange: Doubter = {
  doubt: 'out-of-range',
  find(figures, { known }) {
    const found = new Map<Observation, string>()
    for (const figure of figures) {
      if (known.statementsOf(figure).length > 0 || known.courseOf(figure).length > 0) continue
      const because = beyond(figure, known)
      if (because) found.set(figure, because)
    }
    return found
  },
}

function beyond(figure: Observation, known: KnownFigures): string | undefined {
  const value = figure.value.toNumber()
  if (figure.measure === 'yoy_pct' && Math.abs(value) > usualGrowth) return `增速 ${figure.printedValue}%`
  const all = known.allOf(figure).toSorted((a, b) => a.value.cmp(b.value))
  const [low, high] = [all[0], all.at(-1)]
  const widen = widened[figure.measure]
  if (!low || !high || !widen) return undefined
  const [least, most] = widen(low.value.toNumber(), high.value.toNumber())
  if (value > most) return `已发布的最大值为 ${sayStatement(high)}`
  return value < least * smaller(figure, all) ? `已发布的最小值为 ${sayStatement(low)}` : undefined
}

type Widen = (low: number, high: number) => readonly [number, number]
const by =
  (margin: number): Widen =>
  (low, high) => [low - margin, high + margin]

/** How far beyond the published figures one without a series may lie, by what it measures. */
const widened: { readonly [measure in Measure]?: Widen } = {
  level: (low, high) => [low / allowed.ratio, high * allowed.ratio],
  yoy_pct: by(allowed.growth),
  share_pct: by(allowed.share),
}

/** Where only the nation is published, a province or a city may be a small part of it. */
const smaller = ({ region }: Observation, all: readonly Observation[]) =>
  region === 'CN' || all.some((each) => each.region !== 'CN') ? 1 : 0.001
