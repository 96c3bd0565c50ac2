import { defaultCompilation } from '#data/model/compilation.ts'
import type { Found } from './find-points.ts'

/** Where a page shows what was answered, and where the API gives it. */
export interface Address {
  readonly page: string
  readonly api: string
}

type Parameters = Readonly<Record<string, string | undefined>>

function address(path: string, parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') query.set(name, value)
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return text === '' ? path : `${path}?${text}`
}

const compilationOf = ({ compilation }: Pick<Found, 'compilation'>) =>
  compilation === '' || compilation === defaultCompilation ? undefined : compilation

/**
 * The chart of a series, and its numbers.
 * @param years the first and the last; all when left out.
 */
export function addressOfSeries(
  found: Found,
  regions: readonly string[],
  years?: readonly [first: number, last: number],
): Address {
  const { indicator, measure, transform, basis } = found
  const region = regions.join(',')
  const asked = {
    measure: measure === 'level' ? undefined : measure,
    transform: transform === 'none' ? undefined : transform,
    compilation: compilationOf(found),
    basis,
  }
  const within = years && { from: String(years[0]), to: String(years[1]) }
  return {
    page: address(`/indicators/${indicator}`, {
      ...asked,
      region: region === 'CN' ? undefined : region,
      ...within,
    }),
    api: address('/api/v1/series', { indicator, region, ...asked, ...within }),
  }
}

interface Ranking extends Pick<Found, 'indicator' | 'measure' | 'compilation' | 'basis' | 'transform'> {
  readonly group: string
  /** The regions of the group. */
  readonly regions: readonly string[]
  /** All at this period; each at its newest where left out. */
  readonly period?: string | undefined
}

/** The ranking of regions, and its numbers. */
export function addressOfRanking({ group, regions, period, ...of }: Ranking): Address {
  const { indicator, measure, basis, transform } = of
  // What is made of levels, the comparison of the API does not give, but the series of the regions do.
  const isMade = transform !== 'none'
  const asked = {
    indicator,
    measure: measure === 'level' ? undefined : measure,
    compilation: compilationOf(of),
    basis,
  }
  const isOnPage = group === 'provinces' || group === 'zones' || group === 'clusters'
  return {
    page: address('/regions', {
      ...asked,
      transform: isMade ? transform : undefined,
      group: isOnPage ? group : undefined,
      when: period === undefined ? 'latest' : 'same',
      period,
    }),
    api: isMade
      ? address('/api/v1/series', {
          ...asked,
          transform,
          region: regions.join(','),
          from: period,
          to: period,
        })
      : address(period === undefined ? '/api/v1/compare/latest' : '/api/v1/compare', {
          ...asked,
          regions: group,
          period,
        }),
  }
}

/** The targets of a region, and of an indicator there. */
export const addressOfTarget = (indicator: string, region: string): Address => ({
  page: address('/targets', { region }),
  api: address('/api/v1/targets', { indicator, region }),
})

/** A document. */
export const addressOfSource = (id: string): Address => ({
  page: `/sources/${id}`,
  api: `/api/v1/sources/${id}`,
})

/** An indicator with its definition. */
export const addressOfIndicator = (code: string, region?: string): Address => ({
  page: address(`/indicators/${code}`, { region: region === 'CN' ? undefined : region }),
  api: `/api/v1/indicators/${code}`,
})

/** A region and how it stands. */
export const addressOfRegion = (code: string): Address => ({
  page: `/regions/${code}`,
  api: address('/api/v1/standing', { region: code }),
})
