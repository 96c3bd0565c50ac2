import type { SeriesQuestion, StatementsQuestion } from './answers.ts'

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

/** The same of a question for what derived numbers may be made of. */
export const toStatementsQuery = ({ indicator, region }: StatementsQuestion) => ({
  indicator: indicator.join(','),
  region: region.join(','),
  measure: 'level,yoy_pct,net_add',
  limit: '10000',
})
