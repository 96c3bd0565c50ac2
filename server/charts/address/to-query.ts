import type { Frozen, SeriesQuestion, StatementsQuestion } from './answers.ts'

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
  ...frozen
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
  ...toFrozenQuery(frozen),
})

/** The parameters that say from which numbers to answer. */
const toFrozenQuery = ({ snapshot, asOf }: Frozen) => ({
  ...(snapshot && { snapshot }),
  ...(asOf && { asOf }),
})

/** The same of a question for what derived numbers may be made of. */
export const toStatementsQuery = ({ indicator, region, ...frozen }: StatementsQuestion) => ({
  indicator: indicator.join(','),
  region: region.join(','),
  measure: 'level,yoy_pct,net_add',
  limit: '10000',
  ...toFrozenQuery(frozen),
})
