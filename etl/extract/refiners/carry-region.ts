import { homeRegion } from '../home-region.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, type Statement } from '../statement.ts'

interface Place {
  readonly regions: readonly string[] | undefined
  /** The regions of the paragraph in the order they came, for 四个地区. */
  readonly listed: readonly string[]
  readonly paragraph: number
  readonly sentence: number
  /** Whether it was named beside a number, and not as what the text is about. */
  readonly withNumber: boolean
}

/** 「东部地区收入3.2万亿元，同比增长12.2%」: the region holds for its sentence; without one, the publisher's. */
export const carryRegion: Refiner = (statements, context) => {
  let place: Place = { regions: undefined, listed: [], paragraph: -1, sentence: -1, withNumber: false }
  return statements.map((statement) => {
    place = enter(place, statement, context)
    const regions = statedRegions(statement, place, context)
    if (!statement.aside && regions)
      place = {
        ...place,
        regions,
        listed: lastListed(place.listed, regions),
        withNumber: statement.clause.quantities.length > 0,
      }
    return isMention(statement) ? statement : withRegions(statement, { regions, place, context })
  })
}

interface Known {
  readonly regions: readonly string[] | undefined
  readonly place: Place
  readonly context: ArticleContext
}

function withRegions(statement: Statement, { regions, place, context }: Known): Statement {
  if (regions) return { ...statement, stated: { ...statement.stated, regions } }
  if (statement.slots.home && context.home === undefined)
    return { ...statement, refused: statement.refused ?? 'no-region' }
  return imply(statement, { regions: carried(statement, place) ?? [context.home ?? 'CN'] })
}

/** Each region once, where it was named last. */
const lastListed = (listed: readonly string[], regions: readonly string[]) =>
  [...new Set([...listed, ...regions].reverse())].reverse()

/** A list of regions holds for what goes on speaking of it, not for a new subject with one number. */
function carried({ stated, slots, clause }: Statement, { regions }: Place): readonly string[] | undefined {
  if (regions === undefined || regions.length === 1) return regions
  const isNew = stated.indicators !== undefined && clause.quantities.length === 1 && !slots.has('evenly')
  return isNew ? undefined : regions
}

function enter(place: Place, { paragraph, sentence, slots }: Statement, context: ArticleContext): Place {
  if (paragraph !== place.paragraph)
    return { regions: undefined, listed: [], paragraph, sentence, withNumber: false }
  if (sentence === place.sentence) return place
  const isAbout = isPlace(place.regions, context.catalog) && !(place.withNumber && context.home !== undefined)
  const stays = slots.has('scope') || isAbout
  return { ...place, regions: stays ? place.regions : undefined, sentence }
}

/** One province or city is what a paragraph is about; a zone or a list is one of several. */
function isPlace(regions: readonly string[] | undefined, catalog: ArticleContext['catalog']): boolean {
  const [region, ...others] = regions ?? []
  const kind = region === undefined ? undefined : catalog.regions.get(region)?.kind
  return others.length === 0 && (kind === 'province' || kind === 'city' || kind === 'area')
}

function statedRegions(
  { slots }: Statement,
  { listed }: Place,
  context: ArticleContext,
): readonly string[] | undefined {
  if (slots.regions.length > 0) return slots.regions.flatMap(({ codes }) => codes)
  if (slots.countedRegions !== undefined && listed.length >= slots.countedRegions)
    return listed.slice(-slots.countedRegions)
  const home = homeRegion(slots.home, context)
  return home === undefined ? undefined : [home]
}
