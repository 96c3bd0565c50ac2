import { admits, type Basis, parsePeriod } from '#data/model/period.ts'
import { printedFirst } from '#server/charts/index.ts'
import type { Indicator, Lead, SeriesAnswer } from './api.ts'

/** Growth of a lead over time in the region and the nation: as printed, or derived where nobody printed it. */
export interface GrowthLines {
  readonly lead: Lead
  /** Whether any of it is. */
  readonly isDerived: boolean
  readonly basis: Basis
  readonly answer: SeriesAnswer
}

interface Known {
  readonly printed: SeriesAnswer
  readonly derived: SeriesAnswer
}

const fewestPoints = 3

/** Whether growth means anything: levels compare over time and are no percentages. */
export const isGrown = ({ comparable, unit }: Indicator): boolean => comparable && unit.code !== 'percent'

/** What to ask for so that every lead has its growth. */
export const growthQuestion = (leads: readonly Lead[], region: readonly string[]) => ({
  indicator: leads.map(({ indicator }) => indicator),
  region,
  compilation: [...new Set(leads.flatMap(({ compilation }) => compilation || []))],
  basis: [...new Set(leads.flatMap((lead) => [lead.basis, basisOf(lead)]))],
})

/** The printed growth where the region has enough of it for a line, else the derived for what was not printed; nothing where it has neither. */
export function growthLinesOf(lead: Lead, region: string, known: Known): GrowthLines[] {
  const kinds: readonly Omit<GrowthLines, 'lead'>[] = [
    { isDerived: false, basis: lead.basis, answer: pick(known.printed, lead, lead.basis) },
    { isDerived: true, basis: basisOf(lead), answer: filled(known, lead) },
  ]
  return kinds
    .filter(({ answer }) => answer.series.some((each) => each.region === region && isLine(each)))
    .slice(0, 1)
    .map((kind) => ({ lead, ...kind }))
}

/** Derived growth with the printed in its place wherever there is some: no period has two figures on a page. */
function filled({ printed, derived }: Known, lead: Lead): SeriesAnswer {
  const basis = basisOf(lead)
  const [said, made] = [pick(printed, lead, basis), pick(derived, lead, basis)]
  const sources = new Map([...made.sources, ...said.sources].map((each) => [each.id, each]))
  return { ...made, series: [...printedFirst(said.series, made.series)], sources: [...sources.values()] }
}

const isLine = ({ points }: SeriesAnswer['series'][number]) => points.length >= fewestPoints

/** Whole years by themselves, where the newest number is one: growth of parts of a year would stand between them. */
function basisOf({ level, basis }: Lead): Basis {
  const period = parsePeriod(level.period, level.time)
  return period && admits.year(period) ? 'year' : basis
}

function pick(answer: SeriesAnswer, { indicator, compilation }: Lead, basis: Basis): SeriesAnswer {
  const series = answer.series.filter(
    (each) =>
      each.indicator === indicator &&
      each.compilation === compilation &&
      each.basis === basis &&
      each.of === '' &&
      each.comparison === 'usual' &&
      each.points.length > 0,
  )
  const used = new Set(series.flatMap(({ points }) => points.map(({ source }) => source)))
  return { ...answer, series, sources: answer.sources.filter(({ id }) => used.has(id)) }
}
