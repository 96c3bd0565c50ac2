import type { Catalog } from '#data/catalog/catalog.ts'
import { isOld } from '#data/model/age.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { type Period, parsePeriod } from '#data/model/period.ts'
import type { Answer, LeadAnswer } from '#server/answers.ts'
import { indicatorOf } from '#server/known.ts'

type LatestItem = Answer<'latest'>['items'][number]

/** The newest level of an indicator that a region may be known by. */
export interface Candidate {
  readonly indicator: Indicator
  readonly isHeadline: boolean
  readonly item: LatestItem
  readonly period: Period
}

/** Those of the newest levels that the topics name: their headlines, then the others, each in catalogue order. */
export function candidatesOf(catalog: Catalog, items: readonly LatestItem[]): Candidate[] {
  const headlines = catalog.topics.map(({ headline }) => headline)
  const codes = new Set([...headlines, ...catalog.topics.flatMap(({ leads }) => leads)])
  return [...codes].flatMap((code): Candidate[] => {
    const item = items.find((each) => each.indicator === code)
    const period = item && parsePeriod(item.level.period, item.level.time)
    if (!item || !period) return []
    return [{ indicator: indicatorOf(catalog, code), isHeadline: headlines.includes(code), item, period }]
  })
}

const most = 7

/** Recent ones before old ones, headlines before others, and of these the ranked first. */
export function chooseLeads<Described extends Candidate & { readonly lead: Pick<LeadAnswer, 'rank'> }>(
  candidates: readonly Described[],
  newest: number | undefined,
): Described[] {
  const later = ({ period, isHeadline, lead }: Described) =>
    Number(newest !== undefined && isOld(period, newest)) * 4 +
    Number(!isHeadline) * 2 +
    Number(lead.rank === null && !isHeadline)
  return candidates.toSorted((a, b) => later(a) - later(b)).slice(0, most)
}
