import { observationColumns } from '#data/model/observation.ts'

/** Files of `data/observations` by source: `indicator,region,period,measure,value,unit,compared_to,of,status,qualifier` a row. */
export const figures = (bySource: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(bySource).map(([source, rows]) => [
      `observations/${source}.csv`,
      `${[observationColumns.join(','), ...rows].join('\n')}\n`,
    ]),
  )
