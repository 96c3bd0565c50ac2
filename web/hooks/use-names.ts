import { useMemo } from 'react'
import type { Names } from '#server/charts/index.ts'
import type { Asked } from './asked.ts'
import { useIndicators } from './use-indicators.ts'
import { useRegions } from './use-regions.ts'

/** The names of all indicators and regions. */
export function useNames(): Asked<Names> {
  const catalog = useIndicators()
  const places = useRegions()
  const data = useMemo(
    () =>
      catalog.data && places.data
        ? { indicators: catalog.data.indicators, regions: places.data.regions }
        : undefined,
    [catalog.data, places.data],
  )
  return { data, error: catalog.error ?? places.error }
}
