import { denominatorOf } from '#data/model/derive/derived.ts'
import type { Names, Observation, Parents, Series, SeriesAnswer, StatementsQuestion } from './answers.ts'

const nation = 'CN'

/** The printed numbers that such questions are answered with, by their ids. */
export const parentsIn = (answers: readonly { readonly observations: readonly Observation[] }[]): Parents =>
  new Map(answers.flatMap(({ observations }) => observations.map((each) => [each.id, each] as const)))

/** A number of one region is made of no more than these; one of more holds a sum of provinces. */
const mostWithoutSum = 4

/**
 * What to ask for so that every printed number is known that the derived ones of an answer are made of: those of the
 * regions themselves, of the wholes and what they are divided by, and of all provinces where the nation is their sum.
 */
export function statementsBehind({ series }: SeriesAnswer, names: Names): StatementsQuestion[] {
  const derived = series.filter(({ points }) => points.some((point) => point.derived))
  if (derived.length === 0) return []
  const own = {
    indicator: unique(derived.flatMap((each) => indicatorsBehind(each, names))),
    region: unique(
      derived.flatMap(({ region, transform }) => (transform === 'share' ? [region, nation] : region)),
    ),
  }
  const summed = derived.filter(({ points }) =>
    points.some((point) => (point.derived?.parents.length ?? 0) > mostWithoutSum),
  )
  if (summed.length === 0) return [own]
  const members = names.regions.find(({ code }) => code === nation)?.members ?? []
  const sums = {
    indicator: unique(summed.flatMap((each) => wholesBehind(each, names))),
    region: members.filter((code) => !own.region.includes(code)),
  }
  return [own, sums].filter(({ region }) => region.length > 0)
}

const unique = (codes: readonly string[]) => [...new Set(codes)]

/** The indicator of a series and the one that it is a share of. */
function wholesBehind({ indicator, transform }: Series, { indicators }: Names): string[] {
  const whole = transform === 'share' ? indicators.find(({ code }) => code === indicator)?.partOf : undefined
  return [indicator, whole ?? []].flat()
}

const indicatorsBehind = (series: Series, names: Names): string[] => [
  ...wholesBehind(series, names),
  ...[denominatorOf(series.transform) ?? []].flat(),
]
