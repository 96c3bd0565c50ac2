import {
  type ChosenComparison,
  type CompareKind,
  embedFields,
  type NamedPeriod,
  printState,
  regionsFields,
  regionViews,
} from '#server/charts/index.ts'
import { fileOfCompare, fileOfLatest, fileOfSeries, type SeriesAnswer } from './api.ts'

interface Linked {
  readonly indicator: string
  readonly answer: SeriesAnswer
  readonly chosen: Pick<
    ChosenComparison,
    'measure' | 'compilation' | 'basis' | 'transform' | 'group' | 'view' | 'when' | 'against' | 'asked'
  > & {
    readonly period: NamedPeriod
  }
}

/** Where the same numbers and the same picture can be had. */
export function comparisonLinks({ indicator, chosen, answer }: Linked, view: CompareKind) {
  const { measure, compilation, basis, transform, group, period, against, when, asked } = chosen
  const isLatest = when === 'latest' && (view === 'ranking' || view === 'tiles')
  const common = {
    indicator,
    measure,
    compilation,
    basis,
    group,
    transform: transform === 'none' ? undefined : transform,
  }
  const seen = {
    ...common,
    ...(isLatest ? { when } : { period: period.text }),
    ...(view === 'slope' && { against: against?.text }),
  }
  // What stands elsewhere goes with the figures: it names a period only where the reader has chosen one.
  const live = {
    ...common,
    when: isLatest ? when : ('same' as const),
    ...(!isLatest && { period: asked.period }),
    ...(view === 'slope' && { against: asked.against }),
  }
  const onPage = regionViews.find((each) => each === view && each !== 'ranking')
  return {
    file: fileOfComparison({ indicator, chosen, answer }, view, isLatest),
    page: `/regions?${printState(regionsFields, { ...seen, view: onPage })}`,
    embed: printState(embedFields, { ...live, view }),
  }
}

function fileOfComparison({ indicator, chosen, answer }: Linked, view: CompareKind, isLatest: boolean) {
  const { measure, compilation, basis, transform, group, period } = chosen
  const question = { indicator, measure, compilation, basis, transform }
  const isPrinted = (view === 'ranking' || view === 'tiles') && transform === 'none'
  if (!isPrinted) return fileOfSeries({ ...question, region: answer.series.map(({ region }) => region) })
  const regions = { ...question, regions: view === 'ranking' ? `CN,${group}` : group }
  return isLatest ? fileOfLatest(regions) : fileOfCompare({ ...regions, period: period.text })
}
