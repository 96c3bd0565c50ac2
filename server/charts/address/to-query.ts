import type { SeriesQuestion } from './answers.ts'

/** The parameters of a question for series, as the API takes them. */
export const toSeriesQuery = ({
  indicator,
  region,
  measure,
  compilation,
  basis,
  transform,
  indexBase,
  from,
  to,
}: SeriesQuestion) => ({
  indicator,
  region: region.join(','),
  measure,
  ...(compilation && { compilation }),
  basis,
  ...(transform && transform !== 'none' && { transform }),
  ...(indexBase && { indexBase }),
  ...(from && { from }),
  ...(to && { to }),
})
