import type { Catalog } from '#data/catalog/catalog.ts'
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
  find(figures, { known, catalog }) {
    const found = new Map<Observation, string>()
    for (const figure of figures) {
      if (known.statementsOf(figure).length > 0 || known.courseOf(figure).length > 0) continue
      const because = beyond(figure, known, catalog)
      if (because) found.set(figure, because)
    }
    return found
  },
}

function beyond(figure: Observation, known: KnownFigures, catalog: Catalog): string | undefined {
  const all = known.allOf(figure)
  const value = figure.value.toNumber()
  if (figure.measure === 'yoy_pct' && Math.abs(value) > usualGrowth) return `增速 ${figure.printedValue}%`
  if (all.length === 0) return undefined
  const sorted = all.toSorted((a, b) => a.value.cmp(b.value))
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (!low || !high) return undefined
  if (figure.measure === 'level' && catalog.indicators.get(figure.indicator)) {
    if (value > high.value.toNumber() * allowed.ratio) return `已发布的最大值为 ${sayStatement(high)}`
    if (value < (low.value.toNumber() / allowed.ratio) * smaller(figure, all))
      return `已发布的最小值为 ${sayStatement(low)}`
    return undefined
  }
  const margin =
    figure.measure === 'yoy_pct' ? allowed.growth : figure.measure === 'share_pct' ? allowed.share : undefined
  if (margin === undefined) return undefined
  if (value > high.value.toNumber() + margin) return `已发布的最大值为 ${sayStatement(high)}`
  return value < low.value.toNumber() - margin ? `已发布的最小值为 ${sayStatement(low)}` : undefined
}

/** Where only the nation is published, a province or a city may be a small part of it. */
const smaller = ({ region }: Observation, all: readonly Observation[]) =>
  region === 'CN' || all.some((each) => each.region !== 'CN') ? 1 : 0.001
