import type { Text } from '#data/model/language.ts'
import type { ChartKindId } from '../chart-kind.ts'

/** How each kind of chart is called, whether or not its code is there. */
export const kindNames: Readonly<Record<ChartKindId, Text>> = {
  trend: { zh: '走势', en: 'Trend' },
  yearly: { zh: '逐年对照', en: 'Year by year' },
  columns: { zh: '柱状', en: 'Columns' },
  ranking: { zh: '排名', en: 'Ranking' },
  tiles: { zh: '方格图', en: 'Tile grid' },
  slope: { zh: '两期对比', en: 'Slope' },
  heatmap: { zh: '热力图', en: 'Heatmap' },
  multiples: { zh: '分省小图', en: 'Small multiples' },
  coverage: { zh: '覆盖', en: 'Coverage' },
}
